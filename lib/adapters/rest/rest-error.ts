import type { ProblemName } from "./problem-kinds";

/** What is wrong with a request before any service sees it. */
export class RestError extends Error {
  readonly problem: ProblemName;
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: ProblemName, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.name = "RestError";
    this.problem = problem;
    this.headers = headers;
  }
}
