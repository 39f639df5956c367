/** How commands fail. Exit codes: 0 done, 1 the work failed, 2 the command line is wrong. */

export const WORK_FAILED = 1
export const USAGE_WRONG = 2

/** The work failed. One line: the file (and line), what happened, what to do. */
export class WorkError extends Error {
  override name = 'WorkError'
}

/** The command line is wrong. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Why the system refused, in words: `no such file`, `permission denied`. */
export function systemReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  const reasons: Record<string, string> = {
    ENOENT: 'no such file or folder',
    EACCES: 'permission denied',
    EPERM: 'not permitted',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is a file, not a folder',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
    EMFILE: 'too many open files',
    EADDRINUSE: 'it is in use',
  }
  return (code && reasons[code]) || firstLine(message ?? String(error))
}

export const firstLine = (text: string): string => text.split('\n', 1)[0] ?? ''

/** What is said of an error that no input should cause. */
export const bugReport = (error: unknown): string =>
  `${firstLine(error instanceof Error ? error.message : String(error))} (a bug in Hallway: please report it, with what HALLWAY_DEBUG=1 prints)`
