#include "scenarios.h"

namespace backops::tests {

using files::Access;
using files::Disk;
using files::Entry;
using files::Kind;
using files::Store;

namespace {

Scenario scenario(const std::string& name, const Files& before, const Files& after) {
    Scenario made{name, before, after, {}};
    Files all = before;
    all.insert(after.begin(), after.end());
    const auto bytes = [](const Files& files, const std::string& path) {
        const auto found = files.find(path);
        return found == files.end() ? std::nullopt : std::optional(found->second);
    };
    for (const auto& [path, any] : all) made.changes.push_back({path, bytes(before, path), bytes(after, path)});
    return made;
}

}  // namespace

Scenario twenty() {
    Files before{{"event.yaml", "name: Old\n"}, {"views/notes.yaml", "not ours"}};
    Files after{{"event.yaml", "name: New\n"}, {"views/notes.yaml", "not ours"}};
    for (int i = 0; i < 19; ++i) {
        const std::string path = (i % 2 == 0 ? "areas/a" : "crew/c") + std::to_string(i) + ".yaml";
        if (i % 3 != 1) before[path] = "old text " + std::to_string(i) + "\n";
        if (i % 3 != 2) after[path] = "new text, longer " + std::to_string(i) + "\n";
    }
    after["timeframes/load-in.yaml"] = "";
    return scenario("twenty files", before, after);
}

std::vector<Scenario> scenarios() {
    const Files old{{"event.yaml", "name: Old\n"}, {"areas/hall.yaml", "name: Hall\n"}};
    return {
        scenario("one replaced", old, {{"event.yaml", "name: New\n"}, {"areas/hall.yaml", "name: Hall\n"}}),
        scenario("one created in a new folder", {}, {{"areas/hall.yaml", "name: Hall\n"}}),
        scenario("one removed", old, {{"event.yaml", "name: Old\n"}}),
        scenario("two replaced", old, {{"event.yaml", "name: New\n"}, {"areas/hall.yaml", "name: New Hall\n"}}),
        scenario("one created, one removed", old, {{"event.yaml", "name: Old\n"}, {"crew/maya.yaml", "name: Maya\n"}}),
        scenario("all removed", old, {}),
        twenty(),
    };
}

Files shown(const Store& store) {
    Files files;
    for (const Entry& entry : store.list("")) {
        if (entry.kind == Kind::file) files[entry.name] = *store.read(entry.name);
        if (entry.kind != Kind::folder) continue;
        for (const Entry& inner : store.list(entry.name)) {
            const std::string path = entry.name + "/" + inner.name;
            files[path] = *store.read(path);
        }
    }
    return files;
}

Files seen(std::unique_ptr<Disk> disk, Access access) { return shown(Store::open(std::move(disk), access)); }

}  // namespace backops::tests
