/** First stop of the keyboard: past the rail to what the page is about. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="-translate-y-16 absolute top-2 left-2 z-60 rounded-md bg-ink px-4 py-2.5 font-label text-on-ink text-sm focus:translate-y-0"
    >
      Skip to content
    </a>
  );
}
