import { expect, test } from "vitest";
import { model } from "../src/model.ts";
import { search } from "../src/search.ts";
import { payload } from "./factory.ts";

const graph = model(
  payload([{ who: ["袁家玮", "单晓", "Jean O’Neill"] }, { who: ["袁家玮", "曾远"] }, { who: ["远山"] }], {
    names: { 青石县政府: ["县政府", "青石县人民政府"] },
    kinds: { 青石县政府: "Organization" },
    pinyin: {
      袁家玮: "yuan jia wei",
      单晓: "shan xiao|dan xiao",
      曾远: "zeng yuan",
      远山: "yuan shan",
      青石县政府: "qing shi xian zheng fu|xian zheng fu",
    },
  }),
);
const find = search(graph);

test.each([
  ["袁家玮", ["袁家玮"]],
  ["家玮", ["袁家玮"]],
  ["yuan", ["袁家玮", "远山", "曾远"]],
  ["YuanJia", ["袁家玮"]],
  ["yuan jia", ["袁家玮"]],
  ["yjw", ["袁家玮"]],
  ["yj", ["袁家玮"]],
  ["danxiao", ["单晓"]],
  ["sx", ["单晓", "青石县政府"]],
  ["o'neill", ["Jean O’Neill"]],
  ["人民政府", ["青石县人民政府"]],
  ["xzf", ["青石县政府"]],
  ["不存在", []],
  ["", []],
  ["   ", []],
])("%s finds %j", (text, names) => {
  expect(find(text).map(({ name }) => name)).toEqual(names);
});

test("suggestions are few", () => {
  expect(find("y", 2)).toHaveLength(2);
});
