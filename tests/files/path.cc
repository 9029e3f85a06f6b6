#include "files/path.h"

#include <doctest/doctest.h>

#include "files/trouble.h"

namespace backops::files {
namespace {

class Odd : public std::error_category {
  public:
    const char* name() const noexcept override { return "odd"; }
    std::string message(int code) const override {
        return code == 1001 ? "" : code == 1002 ? "2 of them" : "already so";
    }
};

TEST_CASE("paths are joined and taken apart at their last slash") {
    CHECK(join("areas", "hall.yaml") == "areas/hall.yaml");
    CHECK(join("", "event.yaml") == "event.yaml");
    CHECK(folder_of("areas/hall.yaml") == "areas");
    CHECK(folder_of("event.yaml").empty());
    CHECK(name_of("areas/hall.yaml") == "hall.yaml");
    CHECK(name_of("event.yaml") == "event.yaml");
}

TEST_CASE("only event.yaml, records and templates are written") {
    for (const std::string_view folder : written_folders) {
        const std::string ending = folder == "templates" ? ".mustache" : ".yaml";
        CHECK(is_writable_path(std::string(folder) + "/hall-2" + ending));
        CHECK_FALSE(is_writable_path(std::string(folder) + "/." + ending));
        CHECK_FALSE(is_writable_path(std::string(folder) + "/a/b" + ending));
    }
    CHECK(is_writable_path("event.yaml"));
    for (const char* const path :
         {"", "/", "a/", "/a", ".a", "a/.b", "..", "a/b/c", "a\x7f", "a\x1f", "a\tb", "\x7f/a", "areas/Hall.yaml",
          "areas/hall.yml", "notes.txt", "hall.yaml", "areas/../event.yaml"}) {
        CAPTURE(path);
        CHECK_FALSE(is_writable_path(path));
    }
}

TEST_CASE("a reason that has no words of ours is said in the system's, as it stands behind a colon") {
    static const Odd odd;
    CHECK(reason({EDOM, std::generic_category()}) == "numerical argument out of domain");
    CHECK(reason({1001, odd}).empty());
    CHECK(reason({1002, odd}) == "2 of them");
    CHECK(reason({1003, odd}) == "already so");
}

}  // namespace
}  // namespace backops::files
