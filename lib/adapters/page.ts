import { notFound } from "next/navigation";
import { AppError } from "@/lib/errors";

/** The not-found page in place of the NOT_FOUND of a service. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}

/** A whole number from 1 in an address; null for anything else. */
export function numberOfAddress(value: string | readonly string[] | undefined): number | null {
  return typeof value === "string" && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null;
}
