#include "files/manifest.h"

#include <doctest/doctest.h>

#include <set>

#include "files/path.h"
#include "text/failure.h"

using namespace backops::files;
using backops::text::Failure;

namespace {

const std::string number = "00000000000000070000000000000001";
const std::string head = "backops-commit 2\nchange " + number + "\n";

std::string sealed(const std::string& lines) { return lines + "checksum " + to_text(content_hash(lines)) + "\n"; }

std::string message_of(const std::string& text) {
    try {
        parse_manifest(text);
    } catch (const Failure& failure) {
        return failure.message;
    }
    return "it was read";
}

}  // namespace

TEST_CASE("a manifest is read back as it was written") {
    const Manifest manifest{number,
                            {{"areas/main-stage.yaml", content_hash("a"), content_hash("b"), 1},
                             {"templates/Große Tafel.html.mustache", std::nullopt, content_hash(""), 2},
                             {"event.yaml", content_hash("c"), std::nullopt, 3}}};
    const Manifest read = parse_manifest(manifest_text(manifest));
    CHECK(read.number == number);
    CHECK(read.steps == manifest.steps);
    CHECK(parse_manifest(manifest_text({number, {}})).steps.empty());
}

TEST_CASE("a manifest with a right checksum still cannot name anything but records, event.yaml and templates") {
    const std::string hash = to_text(content_hash("x"));
    for (const std::string path : {"/etc/passwd",
                                   "../x",
                                   "a/../../x",
                                   "areas/..",
                                   "..",
                                   ".git/config",
                                   "a/.b",
                                   "a/b/c",
                                   "",
                                   ".backops-commit/1",
                                   "Makefile",
                                   "scripts/deploy.sh",
                                   "areas/a.yml",
                                   "areas/A.yaml",
                                   "areas/a",
                                   "areas/.yaml",
                                   "areas/a.yaml/b",
                                   "Areas/a.yaml",
                                   "sheets/a.yaml",
                                   "templates/x.sh",
                                   "templates/.x.mustache",
                                   "templates/a/b.mustache",
                                   "event.yaml.mustache",
                                   "event.yml",
                                   "./event.yaml",
                                   "areas//a.yaml",
                                   "areas/a\x1b.yaml",
                                   "templates/\x1b.mustache"}) {
        CAPTURE(path);
        CHECK(message_of(sealed(head + "1 absent " + hash + " " + path + "\n")) ==
              "the record of an interrupted change, .backops-commit/manifest, is damaged: it names a path that backops "
              "never writes");
    }
}

TEST_CASE("a manifest that contradicts itself is refused") {
    const std::string hash = to_text(content_hash("x"));
    const std::string step = "1 absent " + hash + " areas/a.yaml\n";
    CHECK(message_of(sealed(head + step)) == "it was read");
    for (const std::string& lines :
         {head + step + "2 absent " + hash + " areas/a.yaml\n", head + step + "1 absent " + hash + " areas/b.yaml\n",
          head + "0 absent " + hash + " areas/a.yaml\n", head + "1 " + hash + " " + hash + " areas/a.yaml\n",
          head + "1 absent absent areas/a.yaml\n", head + "-1 absent " + hash + " areas/a.yaml\n",
          head + "1x absent " + hash + " areas/a.yaml\n",
          head + "99999999999999999999 absent " + hash + " areas/a.yaml\n", head + "1 absent xyz areas/a.yaml\n",
          head + "\n", head + "1\n", std::string("something else\n"), std::string("backops-commit 2\n") + step,
          std::string("backops-commit 2\nchange ../../x\n") + step}) {
        CAPTURE(lines);
        CHECK(message_of(sealed(lines)).find("is damaged") != std::string::npos);
    }
}

TEST_CASE("a manifest of another version is not called damaged") {
    for (const std::string version : {"1", "3"})
        CHECK(message_of(sealed("backops-commit " + version + "\nwhatever\n")) ==
              "an interrupted change was recorded by another version of backops (.backops-commit/manifest)");
}

TEST_CASE("a hash round-trips as text, and other text is none") {
    const Hash hash = content_hash("keynote");
    CHECK(parse_hash(to_text(hash)) == hash);
    CHECK_FALSE(parse_hash(""));
    CHECK_FALSE(parse_hash(std::string(32, 'G')));
    CHECK_FALSE(parse_hash(to_text(hash) + "0"));
}

TEST_CASE("hashes of contents that differ little, or in zero bytes only, differ") {
    std::set<std::string> seen;
    std::string text = "name: Main Stage\nlocation: field 4\n";
    int count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit, ++count) {
            text[i] = static_cast<char>(text[i] ^ (1 << bit));
            seen.insert(to_text(content_hash(text)));
            text[i] = static_cast<char>(text[i] ^ (1 << bit));
        }
    }
    for (std::size_t size = 0; size < 40; ++size, ++count) seen.insert(to_text(content_hash(std::string(size, '\0'))));
    CHECK(seen.size() == static_cast<std::size_t>(count));
}

TEST_CASE("a hash is the same everywhere, since it is stored") {
    CHECK(to_text(content_hash("")) == "4a92a09c7b16c5d26274ce5fa29133a0");
    CHECK(to_text(content_hash("name: Main Stage\n")) == "3cb5567c0c359b7e07b9ce048d6c8597");
}
