/** What stands for standard input on the command line. */
export const STDIN = '-';

/** Where a definition lies that came from there. */
export const STDIN_PATH = '<stdin>';
