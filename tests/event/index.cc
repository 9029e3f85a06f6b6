#include "event/index.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "event/load.h"
#include "event/opened.h"
#include "event/record_bytes.h"
#include "files/kept_file.h"
#include "model/reach.h"

namespace backops::event::tests {
namespace {

using Lines = std::vector<std::string>;
using backops::tests::Tree;

constexpr std::int64_t second = 1'000'000'000;

/// A file system's stamps over a tree in memory, and a clock that can be set: what a hand does to files goes through
/// it.
struct Clockwork {
    Tree tree;
    std::int64_t now = 1'780'000'000 * second + 8'000'000;
    std::int64_t step = 4'000'000;  ///< in which the clock counts
    std::uint64_t inodes = 100;
    std::map<std::string, files::Stamp> stamps, folders;
    int reads = 0;

    explicit Clockwork(const Files& files) : tree(backops::tests::memory_tree()) {
        for (const auto& [path, text] : files) write(path, text);
    }
    std::int64_t time() const { return now - now % step; }
    static std::string folder(const std::string& path) { return path.substr(0, path.find('/')); }

    void write(const std::string& path, const std::string& text) {
        const bool is_new = !stamps.contains(path);
        tree->write(path, text);
        files::Stamp& stamp = stamps[path];
        stamp = {1, is_new ? ++inodes : stamp.inode, text.size(), time(), time()};
        if (is_new) change_folder(path);
    }
    /// As `mv` of a prepared file does.
    void replace(const std::string& path, const std::string& text, std::int64_t modified) {
        tree->write(path, text);
        stamps[path] = {1, ++inodes, text.size(), modified, time()};
        change_folder(path);
    }
    void restore(const std::string& path, std::int64_t modified) {
        stamps[path].modified = modified;
        stamps[path].changed = time();
    }
    void erase(const std::string& path) {
        tree->erase(path);
        stamps.erase(path);
        change_folder(path);
    }
    void change_folder(const std::string& path) { folders[folder(path)] = {1, 1, 1, time(), time()}; }
};

class StampedDisk : public files::Disk {
  public:
    explicit StampedDisk(Clockwork& clockwork)
        : clockwork_(clockwork), inner_(backops::tests::open_memory(clockwork.tree)) {}

    std::string read(const std::string& path, std::uint64_t limit) override {
        std::string bytes = inner_->read(path, limit);
        const std::scoped_lock guard(mutex_);
        ++clockwork_.reads;
        return bytes;
    }
    files::Stamped read_stamped(const std::string& path, std::uint64_t limit) override {
        const auto found = clockwork_.stamps.find(path);
        const auto stamp = found == clockwork_.stamps.end() ? std::nullopt : std::optional(found->second);
        return {read(path, limit), stamp};
    }
    std::vector<files::Entry> list(const std::string& folder) override { return inner_->list(folder); }
    std::optional<files::Kind> kind(const std::string& path) override { return inner_->kind(path); }
    std::string remember_change() override { return inner_->remember_change(); }
    bool knows_change(const std::string& number, const std::string& folder) override {
        return inner_->knows_change(number, folder);
    }
    void forget_change(const std::string& number) override { inner_->forget_change(number); }
    std::unique_ptr<files::Held> lock(files::Lock kind, int seconds) override { return inner_->lock(kind, seconds); }
    std::optional<std::int64_t> now() override { return clockwork_.time(); }
    std::vector<std::optional<files::Stamp>> stamps(const std::string& folder,
                                                    std::span<const std::string> names) override {
        std::vector<std::optional<files::Stamp>> stamps;
        for (const std::string& name : names) {
            const auto found = clockwork_.stamps.find(folder + "/" + name);
            stamps.push_back(found == clockwork_.stamps.end() ? std::nullopt : std::optional(found->second));
        }
        return stamps;
    }
    std::optional<files::Stamp> folder_stamp(const std::string& folder) override {
        const auto found = clockwork_.folders.find(folder);
        return found == clockwork_.folders.end() ? std::nullopt : std::optional(found->second);
    }
    void create(const std::string&, std::string_view, unsigned) override { refuse(); }
    unsigned mode(const std::string& path) override { return inner_->mode(path); }
    void check_write(const std::string&) override { refuse(); }
    void make_folder(const std::string&) override { refuse(); }
    void rename(const std::string&, const std::string&) override { refuse(); }
    void exchange(const std::string&, const std::string&) override { refuse(); }
    void remove(const std::string&) override { refuse(); }
    void remove_folder(const std::string&) override { refuse(); }
    void sync_file(const std::string&) override { refuse(); }
    void sync_folder(const std::string&) override { refuse(); }
    void sync_all() override { refuse(); }

  private:
    [[noreturn]] static void refuse() { throw std::system_error(EROFS, std::generic_category()); }
    Clockwork& clockwork_;
    std::unique_ptr<files::Disk> inner_;
    std::mutex mutex_;
};

time::Date date(std::string_view text) { return *time::parse_date(text); }

/// A folder of its own for what is kept.
class Cache {
  public:
    Cache() { REQUIRE(mkdtemp(folder_) != nullptr); }
    Cache(const Cache&) = delete;
    Cache& operator=(const Cache&) = delete;
    ~Cache() { std::filesystem::remove_all(folder_); }
    std::string path() const { return std::string(folder_) + "/kept/show.index"; }
    /// What is kept there.
    std::string bytes() const {
        files::KeptBytes kept = files::open_kept(path());
        return kept.read_first(kept.size()) ? std::string(kept.read()) : "";
    }

  private:
    char folder_[32] = "/tmp/backops-index-XXXXXX";
};

std::string text_of(const text::Problems& problems) {
    std::string text;
    for (const text::Problem& problem : problems) text += text::to_text(problem, false);
    return text;
}

std::string text_of(const Loading& loading) {
    std::string text = std::to_string(loading.files) + "\n" + text_of(loading.problems);
    const auto add = [&](const auto& records) {
        for (const auto& record : records) text += record.id + "\n" + to_bytes(record) + "\n";
    };
    add(loading.plan.areas);
    add(loading.plan.collaborators);
    add(loading.plan.crew);
    add(loading.plan.activities);
    add(loading.plan.timeframes);
    add(loading.plan.views);
    return text;
}

std::string loaded(Clockwork& clockwork, const IndexPlace& place) {
    Directory directory(files::Store::open(std::make_unique<StampedDisk>(clockwork), files::Access::read), place);
    try {
        return text_of(load(directory));
    } catch (const text::Failure& failure) {
        std::string text = failure.message;
        for (const text::Problem& problem : failure.problems) text += text::to_text(problem, false);
        return text;
    }
}

/// What is wrong, and the activities that can be on a day, when no other is asked for.
std::string loaded_for(time::Date day, Clockwork& clockwork, const IndexPlace& place) {
    Directory directory(files::Store::open(std::make_unique<StampedDisk>(clockwork), files::Access::read), place);
    const time::DayRange days{day, day};
    const Loading loading = load(directory, [&](const model::Plan& plan) {
        CHECK(plan.activities.empty());
        return days;
    });
    std::string text = text_of(loading.problems);
    for (const model::Activity& activity : loading.plan.activities) {
        const time::DayRange reach = model::possible_days(model::when(activity), loading.plan.event.day_start);
        if (reach.first <= day && day <= reach.last) text += activity.id + "\n" + to_bytes(activity) + "\n";
    }
    return text;
}

/// As many files as were read to load it.
int reads(Clockwork& clockwork, const IndexPlace& place) {
    clockwork.reads = 0;
    loaded(clockwork, place);
    return clockwork.reads;
}

Files rich() {
    return summer_sound(
        {{"event.yaml",
          "format: 1\nuid: 7f3a\nname: Summer Sound\ntimezone: Europe/Berlin\nstart: 2026-06-10\nend: 2026-06-14\n"
          "default_collaborator: northlight\ncrew_attributes:\n  shirt:\n    name: Shirt\n    type: select\n"
          "    options: [S, M]\ncolumns: [audio, light]\n"},
         {"areas/foh.yaml",
          "name: Front of House\noverlap: forbid\ntimezone: Europe/Lisbon\nsite:\n  venue: Mill\nsafety:\n  medic: "
          "tent\n"
          "collaborators: [acme-audio]\ncontact: sam\nunavailable:\n- start: 2026-06-11\n  end: 2026-06-12\n  reason: "
          "rigging\n"},
         {"collaborators/acme-audio.yaml",
          "name: Acme Audio\nemail: a@acme.example\nphone: \"1\"\ncontact: maya-lindt\noverlap: warn\n"
          "crew_attributes:\n  shirt:\n    required: true\nrules:\n  minimum_rest: 9h\nx-own: 1\n"},
         {"crew/maya-lindt.yaml",
          "name: Maya Lindt\ncollaborator: acme-audio\ntitle: Ms\nrole: FOH\ndepartment: audio\nradio: \"4\"\n"
          "attributes:\n  shirt: M\ntags: [a, b]\ndescription: d\nnotes: n\n"},
         {"activities/line-check.yaml",
          "name: Line check\nkind: show\nstatus: tentative\nstart: 2026-06-12T14:00\nend: \"15:30\"\nareas: "
          "[main-stage]\n"
          "location: left\norganizers: [maya-lindt]\nparticipants:\n  required: [acme-audio]\n  optional: [noor]\n"
          "needs:\n- count: 4\n  role: stagehand\n  collaborator: acme-audio\nbusy: false\nfixed: true\nvisibility: "
          "public\n"
          "accept:\n- rule: curfew\n  reason: agreed\n  until: 2026-06-30\nuid: abc@x\ncontinues: focus\n"
          "segments:\n- name: Intro\n  duration: 5m\n  start: \"14:10\"\n  cue: \"1\"\n  who: [sam, the band]\n  "
          "columns:\n    audio: on\n"},
         {"activities/breakfast.yaml",
          "name: Breakfast\nkind: meal\nglobal: true\nstart: 2026-06-10T07:00\nduration: 1h\nrepeat:\n  every: 2 days\n"
          "  count: 3\n  skip: [2026-06-12]\n  changes:\n    2026-06-14:\n      start: \"08:00\"\n      status: "
          "cancelled\n"
          "      areas: [foh]\n"},
         {"activities/weekly.yaml",
          "name: W\nstart: 2026-06-12\nrepeat:\n  every: week\n  on: [fri]\n  during: show-days\n  week_start: sun\n"},
         {"views/night.yaml", "name: Night\nareas: [foh]\nkinds: [show]\nduring: show-days\nmatch: all\n"}});
}

}  // namespace

TEST_CASE("an index gives back every record as it was read, and reads no file but event.yaml") {
    const Cache cache;
    Clockwork clockwork(rich());
    clockwork.now += second;
    const IndexPlace place{cache.path(), "test"};
    const std::string wanted = loaded(clockwork, {});
    CHECK(loaded(clockwork, place) == wanted);
    CHECK(std::filesystem::exists(cache.path()));
    CHECK(loaded(clockwork, place) == wanted);
    CHECK(reads(clockwork, place) == 1);
}

TEST_CASE("an index of another program, another event or with any damage is none") {
    const Cache cache;
    Clockwork clockwork(rich());
    clockwork.now += second;
    const int all = reads(clockwork, {});
    const std::string wanted = loaded(clockwork, {cache.path(), "test"});
    CHECK(reads(clockwork, {cache.path(), "other"}) == all);
    loaded(clockwork, {cache.path(), "test"});
    const std::string kept = cache.bytes();
    REQUIRE(!kept.empty());
    const auto put = [&](std::string_view bytes) { files::keep(cache.path(), {&bytes, 1}); };
    for (std::size_t at = 0; at < kept.size(); at += 1 + at / 150) {
        CAPTURE(at);
        std::string damaged = kept;
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
        put(damaged);
        CHECK(loaded(clockwork, {cache.path(), "test"}) == wanted);
        put(kept.substr(0, at));
        CHECK(loaded(clockwork, {cache.path(), "test"}) == wanted);
    }
    put(kept + "x");
    CHECK(reads(clockwork, {cache.path(), "test"}) == all);
    std::filesystem::permissions(cache.path(), std::filesystem::perms(0644));
    CHECK(cache.bytes().empty());
    std::filesystem::remove(cache.path());
    std::filesystem::create_symlink("elsewhere", cache.path());
    CHECK(cache.bytes().empty());
}

TEST_CASE("what a change elsewhere makes wrong is found in files that have not changed") {
    const Cache cache;
    const IndexPlace place{cache.path(), "test"};
    const auto check = [&](const std::string& path, const std::optional<std::string>& text, const std::string& words) {
        CAPTURE(path);
        Clockwork clockwork(rich());
        clockwork.now += second;
        loaded(clockwork, place);
        clockwork.now += second;
        if (text)
            clockwork.write(path, *text);
        else
            clockwork.erase(path);
        clockwork.now += second;
        const std::string found = loaded(clockwork, place);
        CHECK(found == loaded(clockwork, {}));
        CHECK(found.find(words) != std::string::npos);
    };
    check("crew/sam.yaml", std::nullopt, "no crew member is called `sam`");
    check("timeframes/show-days.yaml", std::nullopt, "no time frame is called `show-days`");
    check("activities/focus.yaml", std::nullopt, "no activity is called `focus`");
    check("collaborators/noor.yaml", "name: N\n", "a collaborator is called `noor` too");
    check("activities/doors.yaml", "name: D\nstart: 2026-06-12T18:00\nuid: abc@x\n", "has the same uid");
    std::string event = rich()["event.yaml"];
    check("event.yaml", event.substr(0, event.find("columns")), "the event has no column `audio`");
    check("event.yaml", event.replace(event.find("[S, M]"), 6, "[S, L]"), "`M` is no value of `shirt`");
    Files apart = rich();
    check("activities/both.yaml", "name: B\nstart: 2026-06-12T18:00\nareas: [foh, main-stage]\n",
          "`main-stage` is on Europe/Berlin");
}

TEST_CASE("an area that moves to another zone puts an activity in two zones") {
    const Cache cache;
    const IndexPlace place{cache.path(), "test"};
    Clockwork clockwork(
        summer_sound({{"activities/both.yaml", "name: B\nstart: 2026-06-12T18:00\nareas: [foh, main-stage]\n"}}));
    clockwork.now += second;
    loaded(clockwork, place);
    clockwork.write("areas/foh.yaml", "name: Front of House\ntimezone: Europe/Lisbon\n");
    clockwork.now += second;
    CHECK(loaded(clockwork, place).find("Europe/Lisbon") != std::string::npos);
    CHECK(loaded(clockwork, place) == loaded(clockwork, {}));
}

TEST_CASE("under a storm of edits, restored times and clock steps the answer is always that of the files") {
    const Cache cache;
    const IndexPlace place{cache.path(), "test"};
    Clockwork clockwork(rich());
    std::mt19937 chance(20260612);
    const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(chance() % limit); };
    const Lines texts = {"name: One\nstart: 2026-06-12T10:00\n",
                         "name: Two\nstart: 2026-06-13T10:00\n",
                         "name: Six\nstart: 2026-06-12T10:00\n",
                         "name: One\nstart: 2026-06-12T1x:00\n",
                         "name: A\nstart: 2026-06-12T10:00\nareas: [foh]\n",
                         "name: A\nstart: 2026-06-12T10:00\nareas: [bar]\n",
                         "name: A\nstart: 2026-06-12T10:00\nuid: u@x\n",
                         "name: [\n"};
    const Lines paths = {"activities/doors.yaml", "activities/one.yaml",   "activities/two.yaml",
                         "areas/foh.yaml",        "areas/bar.yaml",        "crew/sam.yaml",
                         "crew/noor.yaml",        "collaborators/sam.yaml"};
    const auto text_for = [&](const std::string& path) {
        if (path.starts_with("activities")) return texts[below(texts.size())];
        const std::string name(1, static_cast<char>('A' + below(4)));
        if (path.starts_with("areas")) return "name: " + name + "\n" + (below(3) == 0 ? "timezone: Europe/Rome\n" : "");
        return "name: " + name + "\n" + (path.starts_with("crew") ? "collaborator: northlight\n" : "");
    };
    for (int round = 0; round < 800; ++round) {
        for (std::size_t edits = below(4); edits > 0; --edits) {
            const std::string& path = paths[below(paths.size())];
            const bool is_there = clockwork.stamps.contains(path);
            const files::Stamp before = is_there ? clockwork.stamps[path] : files::Stamp{};
            switch (below(6)) {
                case 0:
                    if (is_there) clockwork.erase(path);
                    break;
                case 1:
                    clockwork.replace(path, text_for(path), is_there ? before.modified : clockwork.time());
                    break;
                case 2:
                    if (is_there) clockwork.restore(path, before.modified - second);
                    break;
                case 3:
                    clockwork.write(path, text_for(path));
                    if (is_there) clockwork.restore(path, before.modified);
                    break;
                default:
                    clockwork.write(path, text_for(path));
            }
            if (below(2) == 0) clockwork.now += static_cast<std::int64_t>(below(20)) * 1'000'000;
        }
        switch (below(8)) {
            case 0:  // the clock is set
                clockwork.now += (static_cast<std::int64_t>(below(7200)) - 3600) * second +
                                 static_cast<std::int64_t>(below(1'000'000'000));
                break;
            case 1:
            case 2:
                clockwork.now += static_cast<std::int64_t>(below(30)) * 1'000'000;
                break;
            case 3:
                break;
            default:
                clockwork.now += static_cast<std::int64_t>(below(5)) * second;
        }
        CAPTURE(round);
        const time::Date day{date("2026-06-11").days + static_cast<int>(below(4))};
        if (below(2) == 0) REQUIRE(loaded_for(day, clockwork, place) == loaded_for(day, clockwork, {}));
        REQUIRE(loaded(clockwork, place) == loaded(clockwork, {}));
        REQUIRE(loaded_for(day, clockwork, place) == loaded_for(day, clockwork, {}));
    }
}

TEST_CASE("an event read for one day leaves out activities of other days, but not all of them") {
    const Cache cache;
    const IndexPlace place{cache.path(), "test"};
    Clockwork clockwork(summer_sound());
    clockwork.now += second;
    loaded(clockwork, place);
    const auto count = [&](time::Date day) {
        Directory directory(files::Store::open(std::make_unique<StampedDisk>(clockwork), files::Access::read), place);
        return load(directory, [&](const model::Plan&) { return time::DayRange{day, day}; }).plan.activities.size();
    };
    Directory directory(files::Store::open(std::make_unique<StampedDisk>(clockwork), files::Access::read), place);
    const std::size_t all = directory.ids(Noun::activity).size();
    CHECK(count(date("2026-06-12")) == all);
    CHECK(count(date("2026-09-12")) == 1);
}

}  // namespace backops::event::tests
