// Bundles src/main.ts into the one script that the Python package ships. `node build.mjs [FILE]`.
import { build } from "esbuild";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const outfile = resolve(here, process.argv[2] ?? "../assets/explorer.js");

await build({
  absWorkingDir: here,
  entryPoints: ["src/main.ts"],
  bundle: true,
  format: "iife",
  target: "es2022",
  minify: true,
  charset: "utf8",
  logLevel: "warning",
  outfile,
});
