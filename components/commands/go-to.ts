const keptInAPlan = ["scenario", "set", "view"];

/** Inside one plan the scenario, the what-if and the view stay as they are. */
function withWhatIsOn(href: string): string {
  const [there, here] = [new URL(href, location.href), new URL(location.href)];
  const planOf = ({ pathname }: URL) => /^\/plans\/[^/]+/.exec(pathname)?.[0];
  if (!planOf(there) || planOf(there) !== planOf(here)) return href;
  for (const name of keptInAPlan) {
    const value = here.searchParams.get(name);
    if (value !== null && !there.searchParams.has(name)) there.searchParams.set(name, value);
  }
  return there.pathname + there.search;
}

/** Goes to an address as a click on a link does, so that a form with unsaved entries can hold it. */
export function goTo(href: string, push: (href: string) => void): void {
  const link = document.createElement("a");
  link.href = withWhatIsOn(href);
  link.hidden = true;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    push(link.pathname + link.search);
  });
  document.body.append(link);
  link.click();
  link.remove();
}

export function download(href: string): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = "";
  link.click();
}
