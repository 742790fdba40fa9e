import { run } from "@/lib/cli/loadline";

// A reader that stops early, as `head` does, is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

process.exitCode = await run({
  args: process.argv.slice(2),
  // npm runs scripts in the project's folder, and tells here where its user is.
  folder: process.env.INIT_CWD ?? process.cwd(),
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
