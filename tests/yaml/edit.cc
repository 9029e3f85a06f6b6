#include <doctest/doctest.h>

#include <stdexcept>

#include "yaml/edit.h"

namespace backops::yaml::test {
namespace {

Value text(const char* words) { return Value::scalar(words); }

std::string after(const char* before, const auto& edit) {
    Document document(before, [](const Path& path) -> std::vector<std::string_view> {
        if (path.empty()) return {"name", "kind", "start", "end", "areas", "notes"};
        return {};
    });
    edit(document);
    return document.text();
}

}  // namespace

TEST_CASE("several items go in one step, and all others stay as they are written") {
    const auto without = [](const char* before, std::vector<std::size_t> indexes) {
        return after(before, [&](Document& d) { d.remove_items({"a"}, indexes); });
    };
    CHECK(without("a:\n- b # b\n# above c\n- c\n\n- d\n- e # e\nf: g\n", {0, 2}) ==
          "a:\n# above c\n- c\n\n- e # e\nf: g\n");
    CHECK(without("a: [b, c,  d, e] # why\n", {0, 2}) == "a: [c,  e] # why\n");
    CHECK(without("a: [b, c,  d, e] # why\n", {1, 2, 3}) == "a: [b] # why\n");
    CHECK(without("a: [b, c,  d, e]\n", {0, 3}) == "a: [c,  d]\n");
    CHECK(without("a:\n- b\n- c\nf: g\n", {0, 1}) == "f: g\n");
    CHECK(without("a:\n- b\n- c\n", {}) == "a:\n- b\n- c\n");
}

TEST_CASE("several scalars are set in one step, each as it would be alone") {
    using Set = std::vector<std::pair<Path, std::string>>;
    const auto with = [](const char* before, const Set& all) {
        const std::string together = after(before, [&](Document& d) { d.set_scalars(all); });
        CHECK(together == after(before, [&](Document& d) {
                  for (const auto& [path, text] : all) d.set(path, Value::scalar(text));
              }));
        return together;
    };
    const Set both{{{"a", std::size_t{0}}, "new"}, {{"f", "g"}, "it's"}};
    CHECK(with("a:\n- b # b\n- c\nf:\n  g: h # why\n", both) == "a:\n- new # b\n- c\nf:\n  g: it's # why\n");
    CHECK(with("a: ['b', c]\nf: {g: \"h\"}\n", both) == "a: ['new', c]\nf: {g: \"it's\"}\n");
    CHECK(with("a:\n- b\nf:\n  g: |\n    h\n", both) == "a:\n- new\nf:\n  g: it's\n");
    CHECK(with("a:\n- b\nf:\n  g: h\n", {both.front()}) == "a:\n- new\nf:\n  g: h\n");
    CHECK(with("a: b\n", {}) == "a: b\n");
}

TEST_CASE("keys in another order are the same map, and another key is not") {
    const auto map = [](std::vector<std::pair<std::string, Value>> entries) { return Value::map(std::move(entries)); };
    const Value one = map({{"a", text("1")}, {"b", text("2")}, {"c", text("3")}});
    CHECK(same(one, map({{"c", text("3")}, {"a", text("1")}, {"b", text("2")}})));
    CHECK(same(one, map({{"c", text("3")}, {"b", text("2")}, {"a", text("1")}})));
    CHECK_FALSE(same(one, map({{"c", text("3")}, {"b", text("2")}, {"d", text("1")}})));
    CHECK_FALSE(same(one, map({{"a", text("1")}, {"b", text("3")}, {"c", text("2")}})));
}

TEST_CASE("a changed text takes the place of the old one and its comment stays") {
    CHECK(after("# top\nname: a  # why\n\nkind:   b\n", [](Document& d) { d.set({"name"}, text("c")); }) ==
          "# top\nname: c  # why\n\nkind:   b\n");
    CHECK(after("name: 'a'\n", [](Document& d) { d.set({"name"}, text("it's")); }) == "name: 'it''s'\n");
    CHECK(after("name: one\n  two # c\nkind: b\n", [](Document& d) { d.set({"name"}, text("x")); }) ==
          "name: x # c\nkind: b\n");
    CHECK(after("name: # c\nkind: b\n", [](Document& d) { d.set({"name"}, text("x")); }) == "name: x # c\nkind: b\n");
    CHECK(after("a: {b: 1, c: [x, y]}\n", [](Document& d) {
              d.set({"a", "c", std::size_t{1}}, text("p, q"));
          }) == "a: {b: 1, c: [x, \"p, q\"]}\n");
    CHECK(after("notes: |\n  old\n\nx-a: 1\n", [](Document& d) { d.set({"notes"}, text("new\nlines\n")); }) ==
          "notes: |\n  new\n  lines\n\nx-a: 1\n");
}

TEST_CASE("an edit to what is already so changes no byte") {
    const char* odd = "name : \"a\"   # c\nareas: [ x,y ]\nnotes: >\n  folded\n  text";
    CHECK(after(odd, [](Document& d) {
              d.set({"name"}, text("a"));
              d.set({"areas"}, Value::list({text("x"), text("y")}));
              d.set({"notes"}, text("folded text"));
              d.remove({"kind"});
              d.set({"kind"}, Value{});
          }) == odd);
}

TEST_CASE("a new key goes behind the nearest key that comes before it") {
    CHECK(after("# top\nname: a\n# about the end\nend: e\nx-mine: 1\n", [](Document& d) {
              d.set({"start"}, text("s"));
          }) == "# top\nname: a\nstart: s\n# about the end\nend: e\nx-mine: 1\n");
    CHECK(after("# top\nend: e\n", [](Document& d) { d.set({"name"}, text("a")); }) == "# top\nname: a\nend: e\n");
    CHECK(after("name: a\n# tail\n", [](Document& d) { d.set({"x-b"}, text("c")); }) == "name: a\nx-b: c\n# tail\n");
    CHECK(after("name: a", [](Document& d) { d.set({"kind"}, text("c")); }) == "name: a\nkind: c\n");
    CHECK(after("\xef\xbb\xbfname: a\r\n", [](Document& d) { d.set({"areas"}, Value::list({text("c")})); }) ==
          "\xef\xbb\xbfname: a\r\nareas:\r\n- c\r\n");
    CHECK(after("", [](Document& d) { d.set({"name"}, text("a")); }) == "name: a\n");
    CHECK(after("---\n# only a comment", [](Document& d) { d.set({"name"}, text("a")); }) ==
          "---\n# only a comment\nname: a\n");
    CHECK(after("name: a\nnotes: |\n  b", [](Document& d) { d.set({"x-c"}, text("d")); }) ==
          "name: a\nx-c: d\nnotes: |\n  b");
}

TEST_CASE("the maps above a new key are made") {
    CHECK(after("name: a\nsite:\n  map: m # c\n", [](Document& d) {
              d.set({"site", "venue"}, text("Mill"));
          }) == "name: a\nsite:\n  map: m # c\n  venue: Mill\n");
    CHECK(after("name: a\n", [](Document& d) {
              d.set({"comms", "radio", "1"}, text("stage"));
          }) == "name: a\ncomms:\n  radio:\n    1: stage\n");
    CHECK(after("site: {map: m}\n", [](Document& d) {
              d.set({"site", "venue"}, text("a, b"));
          }) == "site: {map: m, venue: \"a, b\"}\n");
}

TEST_CASE("an item is added in the list's own layout") {
    const auto add = [](Document& d) { d.append({"areas"}, text("z")); };
    CHECK(after("areas:\n- x # c\n# d\nend: e\n", add) == "areas:\n- x # c\n- z\n# d\nend: e\n");
    CHECK(after("areas:\n    - x\n", add) == "areas:\n    - x\n    - z\n");
    CHECK(after("areas: [x, y] # c\n", add) == "areas: [x, y, z] # c\n");
    CHECK(after("areas: []\n", add) == "areas: [z]\n");
    CHECK(after("areas: # c\nend: e\n", add).starts_with("areas:"));
    CHECK(after("name: a\nend: e\n", add) == "name: a\nend: e\nareas:\n- z\n");
    CHECK(after("areas:\n- a: 1\n  b: 2\n", [](Document& d) {
              d.append({"areas"}, Value::map({{"a", text("3x")}}));
          }) == "areas:\n- a: 1\n  b: 2\n- a: 3x\n");
}

TEST_CASE("an item goes before another and leaves the comments above that one alone") {
    const auto add = [](std::size_t index) { return [index](Document& d) { d.insert({"areas"}, index, text("z")); }; };
    CHECK(after("areas:\n- x\n# d\n- y # c\nend: e\n", add(1)) == "areas:\n- x\n- z\n# d\n- y # c\nend: e\n");
    CHECK(after("areas:\n  - x\n", add(0)) == "areas:\n  - z\n  - x\n");
    CHECK(after("areas: [x, y] # c\n", add(1)) == "areas: [x, z, y] # c\n");
    CHECK(after("areas: [x, y]\n", add(0)) == "areas: [z, x, y]\n");
    CHECK(after("areas:\n- x\n", add(7)) == "areas:\n- x\n- z\n");
    CHECK(after("name: a\n", add(3)) == "name: a\nareas:\n- z\n");
}

TEST_CASE("what is removed takes its own lines and the list or map that it leaves empty") {
    CHECK(after("# top\nname: a # gone\n# stays\nkind: b\n", [](Document& d) { d.remove({"name"}); }) ==
          "# top\n# stays\nkind: b\n");
    CHECK(after("areas:\n- x\n- y # gone\n# stays\n- z\n", [](Document& d) {
              d.remove({"areas", std::size_t{1}});
          }) == "areas:\n- x\n# stays\n- z\n");
    CHECK(after("name: a\nareas:\n- x\nend: e\n", [](Document& d) {
              d.remove({"areas", std::size_t{0}});
          }) == "name: a\nend: e\n");
    CHECK(after("areas: [x, y, z]\n", [](Document& d) { d.remove({"areas", std::size_t{2}}); }) == "areas: [x, y]\n");
    CHECK(after("areas: [x, y, z]\n", [](Document& d) { d.remove({"areas", std::size_t{0}}); }) == "areas: [y, z]\n");
    CHECK(after("l:\n- a: 1\n  b: 2 # c\n", [](Document& d) {
              d.remove({"l", std::size_t{0}, "a"});
          }) == "l:\n- b: 2 # c\n");
    CHECK(after("l:\n- a: 1\n- b: 2 # c\n", [](Document& d) {
              d.remove({"l", std::size_t{0}, "a"});
          }) == "l:\n- b: 2 # c\n");
    CHECK(after("# c\nname: a\n", [](Document& d) { d.remove({"name"}); }) == "# c\n");
    CHECK(after("notes: |+\n  a\n\nkind: b\n\nend: e\n", [](Document& d) { d.remove({"kind"}); }) ==
          "notes: |+\n  a\n\nend: e\n");
}

TEST_CASE("a text of many lines before a line of blanks is written so that the blanks do not join it") {
    const std::string edited =
        after("name: a\n      \nkind: b # c\n", [](Document& d) { d.set({"name"}, text("x\ny\n")); });
    CHECK(edited == "name: \"x\\ny\\n\"\n      \nkind: b # c\n");
}

TEST_CASE("a line of nothing that begins with a tab gives way to a value before it, and to nothing else") {
    const auto set = [](Document& d) { d.set({"end"}, text("x")); };
    CHECK(after("name: a\nend:\n\t", set) == "name: a\nend: x\n");
    CHECK(after("name: a\nend:\n\t# c\n", set) == "name: a\nend: x\n# c\n");
    CHECK(after("name: a\nend:\n\t# c\n", [](Document& d) { d.set({"name"}, text("b")); }) == "name: b\nend:\n\t# c\n");
}

TEST_CASE("a new list is indented as the file's other lists are") {
    const auto add = [](Document& d) { d.append({"tags"}, text("b")); };
    CHECK(after("name: a\nareas:\n  - x\n", add) == "name: a\nareas:\n  - x\ntags:\n  - b\n");
    CHECK(after("name: a\nareas:\n- x\n", add) == "name: a\nareas:\n- x\ntags:\n- b\n");
    CHECK(after("name: a\nareas: [x]\n", add) == "name: a\nareas: [x]\ntags:\n- b\n");
}

TEST_CASE("a text that cannot be read cannot be edited") {
    CHECK_THROWS_AS(Document("a: b: c\n"), std::invalid_argument);
    CHECK_THROWS_AS(Document("a: 1\na: 2\n"), std::invalid_argument);
}

TEST_CASE("an item that begins below its dash is edited where it stands") {
    const std::size_t first = 0;
    const auto odd = "areas:\n- # c\n  x\n-\n\n  y\n-\tz\n";
    CHECK(after(odd, [&](Document& d) {
              d.set({"areas", first}, text("a"));
          }) == "areas:\n- # c\n  a\n-\n\n  y\n-\tz\n");
    CHECK(after(odd, [&](Document& d) {
              d.set({"areas", std::size_t{1}}, text("a"));
          }) == "areas:\n- # c\n  x\n-\n\n  a\n-\tz\n");
    CHECK(after(odd, [&](Document& d) { d.insert({"areas"}, 0, text("a")); }) ==
          "areas:\n- a\n- # c\n  x\n-\n\n  y\n-\tz\n");
    CHECK(after(odd, [&](Document& d) { d.insert({"areas"}, 1, text("a")); }) ==
          "areas:\n- # c\n  x\n- a\n-\n\n  y\n-\tz\n");
    CHECK(after(odd, [&](Document& d) { d.remove({"areas", first}); }) == "areas:\n-\n\n  y\n-\tz\n");
    CHECK(after(odd, [&](Document& d) { d.remove({"areas", std::size_t{1}}); }) == "areas:\n- # c\n  x\n-\tz\n");
    CHECK(after(odd, [&](Document& d) { d.remove({"areas", std::size_t{2}}); }) == "areas:\n- # c\n  x\n-\n\n  y\n");
    CHECK(after(odd, [&](Document& d) {
              d.set({"areas", std::size_t{2}}, text("two\nlines\n"));
          }) == "areas:\n- # c\n  x\n-\n\n  y\n- |\n  two\n  lines\n");
    CHECK(after("x:\n- - p\n  # c\n  - q\n- r\n", [&](Document& d) {
              d.remove({"x", first, std::size_t{1}});
          }) == "x:\n- - p\n  # c\n- r\n");
}

TEST_CASE("a place that is not there is made, and one that cannot be found changes nothing") {
    const std::size_t first = 0, tenth = 9;
    CHECK(after("a: b\n", [&](Document& d) { d.set({"a", first}, text("c")); }) == "a:\n- c\n");
    CHECK(after("a: b\n", [&](Document& d) { d.append({"a"}, text("c")); }) == "a:\n- c\n");
    CHECK(after("a: x\n", [&](Document& d) { d.set({"a", "b", "c"}, text("s")); }) == "a:\n  b:\n    c: s\n");
    CHECK(after("a:\n", [&](Document& d) { d.set({"a", first, "b"}, text("s")); }) == "a:\n- b: s\n");
    CHECK(after("a:\n- x\n", [&](Document& d) { d.set({"a", tenth}, text("c")); }) == "a:\n- x\n- c\n");
    CHECK(after("a: {}\nb: c\n", [&](Document& d) { d.set({"a", "d"}, text("e")); }) == "a:\n  d: e\nb: c\n");
    CHECK(after("a: []\nb: c\n", [&](Document& d) { d.append({"a"}, text("e")); }) == "a: [e]\nb: c\n");
    CHECK(after("a: [x, {b: c}]\n", [&](Document& d) { d.remove({"a", std::size_t{1}, "b"}); }) == "a: [x]\n");
    for (const Path& path : {Path{}, Path{"b"}, Path{"a", first}, Path{"a", tenth, "c"}, Path{"l", tenth}}) {
        CHECK(after("a: b\nl: [m]\n", [&](Document& d) { d.remove(path); }) == "a: b\nl: [m]\n");
        if (path.empty()) continue;
        Document document("a: b\nl: [m]\n");
        CHECK_FALSE(at(document.root(), path));
    }
    CHECK(after("a: b\n", [&](Document& d) { d.remove({"a"}); }).empty());
}

}  // namespace backops::yaml::test
