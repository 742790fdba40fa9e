// Holds the source against the law: who imports whom, and who may use which name of the platform.
import { checkImports } from "./law/imports";
import { checkNames } from "./law/names";

/** A cruise that reads next to nothing finds nothing wrong. */
const fewestModules = 100;

const root = process.cwd();
const { modules, violations } = checkImports(root);
const broken = [...violations, ...checkNames(root)];
if (modules < fewestModules)
  broken.push(`only ${modules} modules were read, expected at least ${fewestModules}`);
for (const line of broken) console.error(line);
console.log(`layers: ${modules} modules read, ${broken.length} broken rules`);
process.exit(broken.length === 0 ? 0 : 1);
