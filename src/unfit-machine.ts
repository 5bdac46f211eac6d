/**
 * Why the program cannot run where it was started, as a sentence without its subject, or `null` where it can.
 *
 * @param process Node's own, of whatever version.
 */
export function unfitMachine({
  platform,
  version,
  getBuiltinModule,
}: Partial<Pick<NodeJS.Process, 'getBuiltinModule'>> & Pick<NodeJS.Process, 'platform' | 'version'>): string | null {
  if (platform === 'win32') return 'does not run on Windows itself; start it in WSL, the Windows Subsystem for Linux';
  // Came with 20.16 and 22.3, and every script of the bundle needs it.
  if (getBuiltinModule === undefined) return `needs Node 20.19, 22.3 or newer, and this is ${version}`;
  return null;
}
