// Errors go to the client's log with their cause, and never further.

export interface Log {
  failed(doing: string, error: unknown): void;
  /** The answer, or the fallback where making it throws. */
  answer<T>(doing: string, fallback: T, make: () => Promise<T>): Promise<T>;
  /** Waits for a promise whose outcome matters to nobody else. */
  guard(doing: string, promise: Promise<unknown>): void;
}

export function createLog(sink: { error(message: string): void }): Log {
  const failed = (doing: string, error: unknown): void => {
    try {
      sink.error(`${doing}: ${describe(error)}`);
    } catch {
      // The connection is closed, and nobody is left who could read it.
    }
  };
  return {
    failed,
    async answer(doing, fallback, make) {
      try {
        return await make();
      } catch (error) {
        failed(doing, error);
        return fallback;
      }
    },
    guard(doing, promise) {
      promise.catch((error: unknown) => {
        failed(doing, error);
      });
    },
  };
}

/** Stack and causes of an error, as far as it has them. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\ncaused by ${describe(error.cause)}`;
}
