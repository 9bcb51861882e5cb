// A row that opens to the quotes of one statement.

import type { App } from "../app.ts";
import type { Child } from "../dom.ts";
import type { Statement } from "../sources.ts";
import { doubtful } from "../shown.ts";
import { opening } from "./parts.ts";
import { proof } from "./quotes.ts";

export function evidenceRow(app: App, summary: readonly Child[], statement: Statement): HTMLElement {
  const weak = statement.evidence >= 0 && doubtful(app.model, [statement.evidence]);
  return opening(summary, () => [proof(app, [statement])], { class: weak ? "fact weak" : "fact" });
}
