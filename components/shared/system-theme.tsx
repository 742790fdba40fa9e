/** Light or dark as the reader's system has it, or as they chose in the product, before the first paint. */
export function SystemTheme({ nonce }: { readonly nonce: string }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {`(${themeDocument})()`}
    </script>
  );
}

/** Runs as text at the top of the document: it knows nothing outside itself. */
function themeDocument() {
  const isDark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      // A browser that keeps nothing.
      return null;
    }
  };
  const apply = () => {
    const system = isDark.matches ? "dark" : "light";
    const theme = chosen() ?? system;
    document.documentElement.dataset.theme = theme === "system" ? system : theme;
  };
  isDark.addEventListener("change", apply);
  apply();
}
