import { expect, it } from "vitest";
import { deviceText } from "./device";

const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)";
const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)";

it.each([
  [
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Firefox 140 on Linux",
  ],
  [`${windows} ${webkit} Chrome/141.0.0.0 Safari/537.36`, "Chrome 141 on Windows"],
  [`${windows} ${webkit} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`, "Edge 141 on Windows"],
  [`${mac} ${webkit} Chrome/141.0.0.0 Safari/537.36 OPR/122.0.0.0`, "Opera 122 on macOS"],
  [
    `${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15`,
    "Safari 18 on macOS",
  ],
  [
    `${phone} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1`,
    "Safari 18 on iPhone",
  ],
  [
    `${phone} AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Mobile/15E148 Safari/604.1`,
    "Chrome 141 on iPhone",
  ],
  [
    `Mozilla/5.0 (Linux; Android 14; Pixel 8) ${webkit} Chrome/141.0.0.0 Mobile Safari/537.36`,
    "Chrome 141 on Android",
  ],
  [
    `Mozilla/5.0 (X11; Linux x86_64) ${webkit} HeadlessChrome/141.0.0.0 Safari/537.36`,
    "Chrome 141 on Linux",
  ],
  ["Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Something", "Unknown browser on ChromeOS"],
  ["curl/8.5.0", "curl, not a browser"],
  ["<script>alert(1)</script>", "Unknown device"],
  ["", "Unknown device"],
  [null, "Unknown device"],
])("%j is %j", (userAgent, words) => {
  expect(deviceText(userAgent)).toBe(words);
});
