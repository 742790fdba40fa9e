import { writeFileSync } from "node:fs";
import { argv, exit, stdin } from "node:process";
import { buffer } from "node:stream/consumers";
import { deserialize, serialize } from "node:v8";
import { AppError } from "@/lib/errors";
import type { Answer } from "./run-apart";

/** The end of the pipe that the answer goes into: what a reader prints goes nowhere. */
const answerFd = 3;

async function answer(): Promise<Answer> {
  const [{ read }, given] = await Promise.all([import(argv[2] ?? ""), buffer(stdin)]);
  const input: unknown = deserialize(given);
  try {
    return { output: await read(input) };
  } catch (error) {
    if (error instanceof AppError) return { refusal: error.message };
    throw error;
  }
}

answer().then(
  (said) => writeFileSync(answerFd, serialize(said)),
  () => exit(1),
);
