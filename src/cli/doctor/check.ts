/** What one check found. */
export interface Check {
  readonly check: string;
  readonly status: 'ok' | 'warn' | 'fail';
  readonly message: string;
  /** What to do; empty where nothing is to be done. */
  readonly fix: string;
}

export const ok = (check: string, message: string): Check => ({ check, status: 'ok', message, fix: '' });
export const warn = (check: string, message: string, fix: string): Check => ({ check, status: 'warn', message, fix });
export const fail = (check: string, message: string, fix: string): Check => ({ check, status: 'fail', message, fix });
