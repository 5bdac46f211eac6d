/** A command line that cannot be carried out as written; thrown by commands, reported like commander's own findings. */
export function usageError(message: string): Error {
  return Object.assign(new Error(message), { name: NAME });
}

/** Told by the name, since the scripts of the bundle have no class in common. */
export function isUsageError(error: unknown): error is Error {
  return error instanceof Error && error.name === NAME;
}

const NAME = 'UsageError';
