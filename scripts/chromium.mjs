// Finds the Chromium that the browser tests drive, and installs one where there is none.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** Where Chromium is: named by PLAYWRIGHT_CHROMIUM_PATH, on PATH, or Playwright's own; else null. */
export function findChromium() {
  const named = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (named) return isProgram(named) ? named : null;
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return (
    onPath.find(isProgram) ??
    (existsSync(chromium.executablePath()) ? chromium.executablePath() : null)
  );
}

/** The same, installing it first where that is possible. Returns what to say when it is not. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return { path: found };
  if (process.env.PLAYWRIGHT_CHROMIUM_PATH) {
    return {
      missing: `PLAYWRIGHT_CHROMIUM_PATH is ${process.env.PLAYWRIGHT_CHROMIUM_PATH}, and no program is there.`,
    };
  }
  for (const line of installations()) {
    console.log(`No Chromium found. Installing it: ${line.join(" ")}`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const { status } = spawnSync(line[0], line.slice(1), {
      stdio: "inherit",
      env,
      timeout: 300_000,
    });
    if (status !== 0) continue;
    const installed = findChromium();
    if (installed) return { path: installed };
  }
  return {
    missing:
      "Chromium is missing and could not be installed here. Install Chromium or Chrome, or set PLAYWRIGHT_CHROMIUM_PATH to one.",
  };
}

function installations() {
  const asRoot = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  const playwright = ["node_modules/.bin/playwright", "install", "chromium"];
  return asRoot
    ? [["sh", "-c", "apt-get update -q && apt-get install -y -q chromium"], playwright]
    : [playwright];
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
