#include "event/read_guarded.h"

#include <doctest/doctest.h>

#include "event/read.h"

namespace {

using namespace backops;
using namespace backops::event;
using model::Status;
using model::Visibility;

constexpr const char* needed = "name: Talk\nstart: 2026-06-12T14:00\n";

model::Activity activity(const std::string& lines) {
    return read_activity(read_record(Noun::activity, "talk", needed + lines));
}

}  // namespace

TEST_CASE("a visibility that can be read is that, and crew without one") {
    CHECK(activity("").visibility == Visibility::crew);
    CHECK(activity("visibility:\n").visibility == Visibility::crew);
    CHECK(activity("visibility: # later\nkinds: x\n").visibility == Visibility::crew);
    CHECK(activity("visibility: crew\n").visibility == Visibility::crew);
    CHECK(activity("visibility: \"public\"\n").visibility == Visibility::everyone);
    CHECK(activity("visibility: private\n").visibility == Visibility::confidential);
    CHECK(activity("visibility: public\nareas: main\n").visibility == Visibility::everyone);
    CHECK(activity("x-visibility: private\nfoo: 1\n").visibility == Visibility::crew);
}

TEST_CASE("a visibility that cannot be read is private") {
    for (const char* lines :
         {"visibility: [public]", "visibility: publik", "visibility: Public", "visibility: public, crew",
          "visibility:\n  a: b", "visibility: #private", "Visibility: private", "visiblity: private", "hidden: true",
          "private: yes", "visibility: public\nvisibility: public", "visibility: !x public",
          "visibility: public\n---\na: b", "visibility: public\nnotes: [", "<<<<<<< ours\nvisibility: public",
          "repeat:\n  every: day\n  visibility: private", "segments:\n- name: a\n  visibility: private",
          "visibility public", "visibility: public\nvisibilty: private"}) {
        CAPTURE(lines);
        CHECK(activity(lines + std::string("\n")).visibility == Visibility::confidential);
    }
    CHECK(read_crew(read_record(Noun::crew, "ana", "name: Ana\ncollaborator: acme\nvisibility: all\n")).visibility ==
          Visibility::confidential);
    CHECK(read_collaborator(read_record(Noun::collaborator, "acme", "name: [Acme\n")).visibility ==
          Visibility::confidential);
    CHECK(read_crew(read_record(Noun::crew, "ana", "name: Ana\ncollaborator: acme\nattributes:\n  hidden: a\n"))
              .visibility == Visibility::crew);
}

TEST_CASE("a status that cannot be read is tentative") {
    CHECK(activity("").status == Status::confirmed);
    CHECK(activity("status:\nkinds: x\n").status == Status::confirmed);
    CHECK(activity("status: cancelled\nkinds: x\n").status == Status::cancelled);
    for (const char* lines :
         {"status: canceled", "status: [cancelled]", "staus: cancelled", "status: #tentative", "cancelled: true",
          "status: confirmed\nstatus: confirmed", "Status: cancelled", "status: confirmed\nstaus: cancelled"}) {
        CAPTURE(lines);
        CHECK(activity(lines + std::string("\n")).status == Status::tentative);
    }
}

TEST_CASE("a series whose rule has an error is no more than tentative") {
    const auto series = [](const std::string& lines) { return activity("repeat:\n  every: day\n" + lines); };
    CHECK(series("  until: 2026-06-14\n").status == Status::confirmed);
    CHECK(series("  until: 2026-06-14\nareas: main\n").status == Status::confirmed);
    for (const char* lines : {"  until: 2026-13-14", "  untill: 2026-06-14", "  skip: [12 june]", "  on: [fry]",
                              "  count: many", "  changes:\n    12 june:\n      status: cancelled"}) {
        CAPTURE(lines);
        CHECK(series(lines + std::string("\n")).status == Status::tentative);
    }
    const model::Activity odd = series("  changes:\n    2026-06-13:\n      status: off\n");
    CHECK(odd.repeat->changes[0].status == Status::tentative);
}
