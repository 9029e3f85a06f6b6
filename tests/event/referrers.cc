#include "event/referrers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <memory>
#include <system_error>

#include "opened.h"
#include "text/failure.h"

namespace backops::event::tests {
namespace {

// Every kind of reference that there is, each at least once.
const Files everything = {
    {"event.yaml",
     "format: 1\nuid: a\nname: S\ntimezone: Europe/Berlin\nstart: 2026-06-10\nend: 2026-06-14\n"
     "default_collaborator: acme\ncontacts:\n- role: Producer\n  crew: maya\n- role: Medic\n  crew: sam\n"},
    {"areas/main.yaml", "name: Main\ncollaborators: [acme, beta]\ncontact: maya\n"},
    {"areas/foh.yaml", "name: FOH\n"},
    {"collaborators/acme.yaml", "name: Acme\ncontact: maya\n"},
    {"collaborators/beta.yaml", "name: Beta\n"},
    {"crew/maya.yaml", "name: Maya\ncollaborator: acme\n"},
    {"crew/sam.yaml", "name: Sam\ncollaborator: beta\n"},
    {"activities/kites.yaml", "name: Kites\nstart: 2026-06-12T20:00\nareas:\n- main\n"},
    {"activities/show.yaml",
     "name: Show\nstart: 2026-06-12T20:00\nend: \"22:00\"\nareas:\n- main # big\n- foh\norganizers: [acme, maya]\n"
     "participants:\n  required: [acme, maya]\n  optional: [sam]\nneeds:\n- {count: 4, role: hand, collaborator: "
     "acme}\n"
     "repeat:\n  every: day\n  during: days\n  changes:\n    2026-06-13:\n      areas: [main]\n      organizers: "
     "[maya]\n"
     "      participants: {required: [acme], optional: [maya]}\n"
     "segments:\n- name: Opening\n  who: [maya, The Band, acme]\n- name: Close\n  who: [maya]\n"
     "accept:\n- {rule: area-overlap, with: kites@2026-06-12, reason: a}\n"
     "- {rule: area-overlap, with: main, reason: b}\n- {rule: person-overlap, with: maya, reason: c}\n"
     "continues: kites\n"},
    {"timeframes/days.yaml",
     "name: Days\nstart: 2026-06-10\nend: 2026-06-14\nareas: [main]\nparticipants: [acme, maya]\n"},
    {"views/night.yaml", "name: Night\nareas: [main]\ncollaborators: [acme]\ncrew: [maya]\nduring: days\n"},
};

Files with(const Files& changed) {
    Files files = everything;
    for (const auto& [path, text] : changed) files[path] = text;
    return files;
}

std::vector<std::string> places(Opened& event, Noun noun, const std::string& id) {
    std::vector<std::string> places;
    const Drafts drafts(event.directory);
    for (const Referrer& referrer : referrers(event.directory, drafts, noun, {id}))
        places.push_back(path_of(referrer.noun, referrer.id) + " " + referrer.where + (referrer.required ? "*" : "") +
                         (referrer.mention ? "?" : ""));
    return places;
}

using Places = std::vector<std::string>;

// The event's files after the drafts are written.
Files written(Opened& event, const Drafts& drafts) {
    event.directory.store().commit(drafts.changes());
    return event.tree->files();
}

Files renamed(Opened& event, Noun noun, const std::string& id, const std::string& to) {
    Drafts drafts(event.directory);
    rename_id(event.directory, drafts, noun, id, to);
    return written(event, drafts);
}

Files removed(Opened& event, Noun noun, const std::vector<std::string>& ids, const Removal& removal) {
    Drafts drafts(event.directory);
    remove_records(event.directory, drafts, noun, ids, removal);
    return written(event, drafts);
}

bool has(const Files& files, const std::string& path, const std::string& text) {
    INFO(files.at(path));
    return files.at(path).find(text) != std::string::npos;
}

const Removal cascade{true, ""};

}  // namespace

TEST_CASE("every place that names an area is found") {
    Opened event(everything);
    CHECK(places(event, Noun::area, "main") == Places{"activities/kites.yaml areas", "activities/show.yaml areas",
                                                      "activities/show.yaml repeat.changes.2026-06-13.areas",
                                                      "activities/show.yaml accept.with?", "timeframes/days.yaml areas",
                                                      "views/night.yaml areas"});
}

TEST_CASE("every place that names a collaborator is found") {
    Opened event(everything);
    CHECK(places(event, Noun::collaborator, "acme") ==
          Places{"event.yaml default_collaborator*", "areas/main.yaml collaborators", "crew/maya.yaml collaborator*",
                 "activities/show.yaml organizers", "activities/show.yaml participants.required",
                 "activities/show.yaml needs.collaborator",
                 "activities/show.yaml repeat.changes.2026-06-13.participants.required",
                 "activities/show.yaml segments.who", "timeframes/days.yaml participants",
                 "views/night.yaml collaborators"});
}

TEST_CASE("every place that names a person is found") {
    Opened event(everything);
    CHECK(places(event, Noun::crew, "maya") ==
          Places{"event.yaml contacts.crew*", "areas/main.yaml contact", "collaborators/acme.yaml contact",
                 "activities/show.yaml organizers", "activities/show.yaml participants.required",
                 "activities/show.yaml repeat.changes.2026-06-13.organizers",
                 "activities/show.yaml repeat.changes.2026-06-13.participants.optional",
                 "activities/show.yaml segments.who", "activities/show.yaml segments.who",
                 "activities/show.yaml accept.with?", "timeframes/days.yaml participants", "views/night.yaml crew"});
}

TEST_CASE("every place that names an activity or a time frame is found") {
    Opened event(everything);
    CHECK(places(event, Noun::activity, "kites") ==
          Places{"activities/show.yaml accept.with?", "activities/show.yaml continues"});
    CHECK(places(event, Noun::timeframe, "days") ==
          Places{"activities/show.yaml repeat.during", "views/night.yaml during"});
    CHECK(places(event, Noun::view, "night").empty());
    CHECK(places(event, Noun::crew, "may").empty());
}

TEST_CASE("a renamed record is named by its new id everywhere, and nothing else changes") {
    const std::vector<std::pair<Noun, std::string>> records = {{Noun::area, "main"},      {Noun::collaborator, "acme"},
                                                               {Noun::crew, "maya"},      {Noun::activity, "kites"},
                                                               {Noun::timeframe, "days"}, {Noun::view, "night"}};
    for (const auto& record : records) {
        const Noun noun = record.first;
        const std::string& id = record.second;
        INFO(id);
        Opened event(everything);
        Files wanted = everything;
        wanted[path_of(noun, "brand-new")] = wanted[path_of(noun, id)];
        wanted.erase(path_of(noun, id));
        for (auto& [path, text] : wanted)
            for (std::size_t at = text.find(id); at != std::string::npos; at = text.find(id, at + 9))
                text.replace(at, id.size(), "brand-new");
        // The words that are no references.
        if (id == "days") wanted["timeframes/brand-new.yaml"].replace(0, 10, "name: Days");
        CHECK(renamed(event, noun, id, "brand-new") == wanted);
    }
}

TEST_CASE("a record that names itself is renamed with its own reference") {
    Opened event(with({{"activities/kites.yaml",
                        "name: K\nstart: 2026-06-12T20:00\naccept:\n- rule: area-overlap\n"
                        "  with: kites@2026-06-13\n  reason: r\n"}}));
    const Files files = renamed(event, Noun::activity, "kites", "swallows");
    CHECK_FALSE(files.contains("activities/kites.yaml"));
    CHECK(has(files, "activities/swallows.yaml", "with: swallows@2026-06-13"));
    CHECK(has(files, "activities/show.yaml", "with: swallows@2026-06-12"));
}

TEST_CASE("a reference that is written with escapes is found too") {
    Opened event(with({{"activities/kites.yaml", "name: K\nstart: 2026-06-12T20:00\nareas: [\"\\x6dain\"]\n"}}));
    CHECK(has(renamed(event, Noun::area, "main", "big"), "activities/kites.yaml", "big"));
}

TEST_CASE("a broken file stands in the way of a rename only when it mentions the id") {
    Opened other(with({{"activities/kites.yaml", "name: [\n"}, {"activities/bad.yaml", "\xff\xfe mess \\"}}));
    CHECK(failure_of([&] { renamed(other, Noun::area, "foh", "front"); }) == "");
    Opened named(with({{"activities/kites.yaml", "name: [\nareas: [foh]\n"}}));
    CHECK(failure_of([&] {
              renamed(named, Noun::area, "foh", "front");
          }).starts_with("activities/kites.yaml may name `foh` and cannot be read"));
    Opened marker(with({{"areas/foh.yaml", "name: FOH\nx-a: &a 1\n"}}));
    CHECK(failure_of([&] {
              renamed(marker, Noun::area, "foh", "front");
          }).starts_with("areas/foh.yaml must be mended by hand first"));
}

TEST_CASE("a file too large to look into stands in the way of a rename") {
    Opened event(with({{"activities/big.yaml", std::string(files::largest_file + 1, '#')}}));
    CHECK(failure_of([&] {
              renamed(event, Noun::area, "foh", "front");
          }).starts_with("activities/big.yaml cannot be read"));
}

TEST_CASE("wrong values elsewhere in a file do not keep a reference in it from being renamed") {
    Opened event(with({{"activities/kites.yaml", "name: K\nstart: soon\nareas: [main]\nbogus: 1\n"}}));
    CHECK(has(renamed(event, Noun::area, "main", "big"), "activities/kites.yaml", "areas: [big]"));
}

TEST_CASE("a record that is named is not removed, and each place is listed") {
    Opened event(everything);
    CHECK(failure_of([&] { removed(event, Noun::timeframe, {"days"}, {}); }) ==
          "`days` is referred to in 2 places\nactivities/show.yaml: `repeat.during` (Show)\n"
          "views/night.yaml: `during` (Night)\n"
          "to name another instead: backops timeframe rm days --replace-by ID\n"
          "to remove the view first: backops view rm night");
    CHECK(event.tree->files() == everything);
}

TEST_CASE("what nothing names, or only an accept mentions, is simply removed") {
    Files files = everything;
    files["activities/show.yaml"] =
        "name: Show\nstart: 2026-06-12T20:00\naccept:\n- {rule: area-overlap, with: kites, reason: a}\n";
    Opened event(files);
    const Files after = removed(event, Noun::activity, {"kites"}, {});
    CHECK_FALSE(after.contains("activities/kites.yaml"));
    CHECK(after.at("activities/show.yaml") == files["activities/show.yaml"]);
}

TEST_CASE("what cannot be read or listed may name the record: all of an edit is made, or nothing") {
    using Edit = std::function<void(Opened&)>;
    const Edit edits[] = {[](Opened& event) { renamed(event, Noun::area, "main", "big"); },
                          [](Opened& event) { removed(event, Noun::area, {"main"}, cascade); },
                          [](Opened& event) { removed(event, Noun::crew, {"maya"}, cascade); },
                          [](Opened& event) {
                              removed(event, Noun::area, {"main"}, {false, "foh"});
                          }};
    for (const Edit& edit : edits) {
        Opened whole(everything);
        edit(whole);
        for (const int error : {EACCES, EIO, ESTALE, EMFILE})
            for (int at = 1;; ++at) {
                int count = 0;
                bool is_reached = false;
                auto event = std::make_unique<Opened>(everything, [&](const std::string&) {
                    if (++count != at) return;
                    is_reached = true;
                    throw std::system_error(error, std::generic_category());
                });
                const std::string failure = failure_of([&] { edit(*event); });
                INFO(error, " at ", at, ": ", failure);
                const backops::tests::Tree tree = event->tree;
                event.reset();
                // The next command finishes what is recorded.
                files::Store::open(backops::tests::open_memory(tree), files::Access::write);
                const bool is_made = failure.empty() || failure.find("recorded") != std::string::npos;
                CHECK(tree->files() == (is_made ? whole.tree->files() : everything));
                if (!is_reached) break;
            }
    }
}

TEST_CASE("a cascade takes the references away, an accept and a contact as a whole") {
    Opened event(everything);
    const Files files = removed(event, Noun::crew, {"maya"}, cascade);
    CHECK_FALSE(files.contains("crew/maya.yaml"));
    for (const auto& file : files) {
        INFO(file.first, "\n", file.second);
        CHECK(file.second.find("maya") == std::string::npos);
    }
    CHECK(has(files, "event.yaml", "contacts:\n- role: Medic\n  crew: sam\n"));
    CHECK_FALSE(has(files, "event.yaml", "Producer"));
    CHECK(has(files, "activities/show.yaml", "who: [The Band, acme]\n- name: Close\n"));
    CHECK_FALSE(has(files, "activities/show.yaml", "person-overlap"));
    CHECK(has(files, "activities/show.yaml", "with: main"));
}

TEST_CASE("a cascade does not take away what a record cannot be without") {
    Opened event(everything);
    CHECK(failure_of([&] { removed(event, Noun::collaborator, {"acme"}, cascade); }) ==
          "`acme` is needed in 2 places\nevent.yaml: `default_collaborator`\ncrew/maya.yaml: `collaborator` (Maya)\n"
          "to name another instead: backops collab rm acme --replace-by ID");
    CHECK(event.tree->files() == everything);
}

TEST_CASE("a cascade does not make a view show more than it did") {
    const auto refused = [](const std::string& view, Noun noun, const std::vector<std::string>& ids) {
        Opened event(with({{"views/night.yaml", view}, {"areas/tent.yaml", "name: Tent\n"}}));
        try {
            removed(event, noun, ids, cascade);
        } catch (const text::Failure& failure) {
            return std::string(failure.what());
        }
        return event.tree->files().at("views/night.yaml");
    };
    const std::string needed = "is needed in 1 place\nviews/night.yaml: ";
    CHECK(refused("name: N\nareas: [tent]\n", Noun::area, {"tent"}) == "`tent` " + needed + "`areas` (N)");
    CHECK(refused("name: N\nareas: [tent]\nduring: days\n", Noun::timeframe, {"days"}) ==
          "`days` " + needed + "`during` (N)");
    CHECK(refused("name: N\nareas: [tent, foh]\nmatch: all\n", Noun::area, {"tent"}) ==
          "`tent` " + needed + "`areas` (N)");
    CHECK(refused("name: N\nareas: [tent, foh]\n", Noun::area, {"tent", "foh"}) == "`tent` " + needed + "`areas` (N)");
    CHECK(refused("name: N\nareas: [tent, foh]\n", Noun::area, {"tent"}) == "name: N\nareas: [foh]\n");
    CHECK(refused("name: N\nareas: [tent]\ncrew: [sam]\n", Noun::area, {"tent"}) == "name: N\ncrew: [sam]\n");
    CHECK(refused("name: N\nareas: [tent]\nevent: true\n", Noun::area, {"tent"}) == "name: N\nevent: true\n");
}

TEST_CASE("another record takes the place of a removed one; lists that have both keep one") {
    Opened event(everything);
    const Files files = removed(event, Noun::collaborator, {"acme"}, {false, "beta"});
    CHECK_FALSE(files.contains("collaborators/acme.yaml"));
    CHECK(has(files, "event.yaml", "default_collaborator: beta"));
    CHECK(has(files, "areas/main.yaml", "collaborators: [beta]"));
    CHECK(has(files, "crew/maya.yaml", "collaborator: beta"));
    CHECK(has(files, "activities/show.yaml", "collaborator: beta"));
    for (const auto& [path, text] : files) CHECK(text.find("acme") == std::string::npos);
}

TEST_CASE("whoever takes the place of a required person is no longer optional") {
    Opened event(everything);
    const Files files = removed(event, Noun::crew, {"maya"}, {false, "sam"});
    CHECK(has(files, "activities/show.yaml", "participants:\n  required: [acme, sam]\nneeds"));
    CHECK(has(files, "activities/show.yaml", "optional: [sam]}"));
    CHECK(has(files, "event.yaml", "- role: Producer\n  crew: sam\n- role: Medic\n  crew: sam\n"));
}

TEST_CASE("an occurrence that an accept mentions keeps its date under the new id") {
    Opened event(with({{"activities/new.yaml", "name: New\nstart: 2026-06-12T20:00\n"}}));
    const Files files = removed(event, Noun::activity, {"kites"}, {false, "new"});
    CHECK(has(files, "activities/show.yaml", "with: new@2026-06-12"));
    CHECK(has(files, "activities/show.yaml", "continues: new"));
}

TEST_CASE("several records go at once, also out of one list") {
    Files files = everything;
    files["areas/tent.yaml"] = "name: Tent\n";
    files["activities/kites.yaml"] = "name: K\nstart: 2026-06-12T20:00\nareas: [main, foh, tent]\n";
    Opened event(files);
    CHECK(has(removed(event, Noun::area, {"main", "foh"}, cascade), "activities/kites.yaml", "areas: [tent]"));
    Opened second(files);
    CHECK(has(removed(second, Noun::area, {"main", "foh"}, {false, "tent"}), "activities/kites.yaml", "areas: [tent]"));
    Opened third(files);
    CHECK(failure_of([&] {
              removed(third, Noun::area, {"main", "foh"}, {false, "foh"});
          }) == "`foh` is among those that go");
}

TEST_CASE("records that name one another are removed together, and one of them twice is once") {
    Files files = everything;
    files["activities/show.yaml"] = "name: Show\nstart: 2026-06-12T20:00\ncontinues: kites\n";
    Opened event(files);
    const Files after = removed(event, Noun::activity, {"kites", "show", "kites"}, {});
    CHECK_FALSE(after.contains("activities/kites.yaml"));
    CHECK_FALSE(after.contains("activities/show.yaml"));
}

TEST_CASE("references that the same command has just drafted count") {
    Opened event(everything);
    Drafts drafts(event.directory);
    drafts.of(Noun::activity, "kites").add("areas", "foh", event.intake);
    rename_id(event.directory, drafts, Noun::area, "foh", "front");
    CHECK(has(written(event, drafts), "activities/kites.yaml", "- main\n- front\n"));
}

TEST_CASE("a broken record can be removed, one that cannot be read at all cannot") {
    Opened event(with({{"activities/bad.yaml", "name: [\n"}}));
    CHECK_FALSE(removed(event, Noun::activity, {"bad"}, {}).contains("activities/bad.yaml"));
    Opened large(with({{"views/night.yaml", std::string(files::largest_file + 1, '#')}}));
    CHECK(failure_of([&] { removed(large, Noun::view, {"night"}, {}); }) != "");
}

}  // namespace backops::event::tests
