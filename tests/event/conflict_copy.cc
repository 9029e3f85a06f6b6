#include "event/conflict_copy.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace backops::event {
namespace {

/// What a file of this stem is taken for among these records, when no record has its name.
std::string copied(const std::string& stem, const std::string& named = "") {
    static const std::set<std::string> ids{"doors", "main-stage", "main-stage-2", "shop", "stage"};
    return copied_record(stem, {[](const std::string& id) { return ids.contains(id); },
                                [&](const std::string& id) { return id == named; }})
        .value_or("");
}

TEST_CASE("what programs that sync put beside a record is a copy of it") {
    for (const char* const stem :
         {"doors.sync-conflict-20260612-101010-ABCDEF", "doors (Maya's conflicted copy 2026-06-12)",
          "doors (conflicted copy 2026-06-12 101010)", "doors (Case Conflict)", "doors (Case Conflict 1)",
          "doors (SFConflict maya@example.org 2026-06-12-10-10-10)", "doors (Konflikt-Kopie von Maya 2026-06-12)",
          "doors (copie en conflit de Maya 2026-06-12)", "doors_conflict-20260612-101010", "doors-conflict-LAPTOP",
          "doors [conflicted]", "doors (Maya Lindt)", "doors.Conflict", "doors.conflict1", "doors~HEAD", "doors~1"})
        CHECK_MESSAGE(copied(stem) == "doors", stem);
}

TEST_CASE("what git and editors put beside a record is a copy of it") {
    for (const char* const stem :
         {"doors_BACKUP_1234", "doors_BASE_1234", "doors_LOCAL_1234", "doors_REMOTE_1234", "doors.BACKUP.1234",
          "doors.LOCAL.1234", "doors.orig", "doors.mine", "doors.r123", "doors.bak", "doors.yaml", "doors.yaml (1)"})
        CHECK_MESSAGE(copied(stem) == "doors", stem);
}

TEST_CASE("what file managers call a copy is one") {
    for (const char* const stem :
         {"doors - Copy",   "doors - Copy (2)", "doors copy",          "doors copy 2",     "doors (1)",
          "doors(1)",       "doors_(2)",        "doors_copy",          "Doors - Copy",     "doors - Kopie",
          "doors Kopie 2",  "Kopie von doors",  "Kopie (2) von doors", "Copy of doors",    "Copy (3) of doors",
          "Copia de doors", "Copie de doors",   "Cópia de doors",      "Kopi av doors",    "doors - copia",
          "doors (copie)",  "doors (kopia)",    "doors - 副本",        "doors 副本",       "复件 doors",
          "doorsのコピー",  "doors のコピー",   "doors [2]",           "Copy of doors (1)"})
        CHECK_MESSAGE(copied(stem) == "doors", stem);
}

TEST_CASE("the longest record is the one") {
    CHECK(copied("main-stage-2 - Copy") == "main-stage-2");
    CHECK(copied("main-stage - Copy") == "main-stage");
    CHECK(copied("Main Stage (1)") == "main-stage");
    CHECK(copied("main-stage-3 (1)").empty());
}

TEST_CASE("a record of its own that begins or ends as another is no copy") {
    for (const char* const stem : {"doors late", "Doors_late", "late doors", "Copy shop", "doors 2", "stage_B",
                                   "doors-BAR", "indoors (1)", "doorstep - Copy", "Doors", "doors", "backstage", ""})
        CHECK_MESSAGE(copied(stem).empty(), stem);
}

TEST_CASE("with any other words, the same name makes it one") {
    for (const char* const stem :
         {"doors 2", "doors-LAPTOP123", "doors late", "my doors", "doors_old", "doors - másik"})
        CHECK_MESSAGE(copied(stem, "doors") == "doors", stem);
    CHECK(copied("indoors 2", "doors").empty());
    CHECK(copied("plan", "doors").empty());
}

TEST_CASE("a name of many words is looked at in little time") {
    std::string stem;
    for (int i = 0; i < 127; ++i) stem += "a ";
    CHECK(copied(stem).empty());
    CHECK(copied(std::string(100'000, '(')).empty());
}

}  // namespace
}  // namespace backops::event
