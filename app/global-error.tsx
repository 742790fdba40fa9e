"use client";

import dynamic from "next/dynamic";

/** In place of the root layout, so it brings its own page. Its style comes when it is needed: every page would load it. */
const GlobalError = dynamic(() =>
  import("./global-failure").then((module) => module.GlobalFailure),
);
export default GlobalError;
