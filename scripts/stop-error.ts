/** A reason not to go on that the operator can mend: printed as it is, without a stack. */
export class StopError extends Error {}

/** Runs a command's main function; what it throws becomes one clear message and exit code 1. */
export function runCommand(main: () => Promise<number>): void {
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      if (error instanceof StopError) console.error(`\n${error.message}\n`);
      else console.error(error);
      process.exit(1);
    },
  );
}
