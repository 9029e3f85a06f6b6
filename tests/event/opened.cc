#include "event/opened.h"

#include "files/passing_disk.h"
#include "time/zone.h"

namespace backops::event::tests {
namespace {

class NotingDisk : public backops::tests::PassingDisk {
  public:
    NotingDisk(std::unique_ptr<files::Disk> inner, std::shared_ptr<std::vector<std::string>> reads, Look look)
        : PassingDisk(std::move(inner)), reads_(std::move(reads)), look_(std::move(look)) {}

    std::string read(const std::string& path, std::uint64_t limit) override {
        {
            const std::scoped_lock guard(mutex_);
            reads_->push_back(path);
            if (look_) look_(path);
        }
        return PassingDisk::read(path, limit);
    }
    std::vector<files::Entry> list(const std::string& folder) override {
        if (look_) look_(folder);
        return PassingDisk::list(folder);
    }

  private:
    std::shared_ptr<std::vector<std::string>> reads_;
    Look look_;
    std::mutex mutex_;
};

files::Store store_on(const backops::tests::Tree& tree, const std::shared_ptr<std::vector<std::string>>& reads,
                      Look look) {
    auto store = files::Store::open(
        std::make_unique<NotingDisk>(backops::tests::open_memory(tree), reads, std::move(look)), files::Access::write);
    reads->clear();
    return store;
}

time::Instant thursday_morning() {
    const auto zone = time::find_zone("Europe/Berlin");
    return zone->at({*time::parse_date("2026-06-11"), 10 * 3600}).instant;
}

}  // namespace

Files summer_sound(const Files& extra) {
    Files files = {
        {"event.yaml",
         "format: 1\nuid: 7f3a\nname: Summer Sound\ntimezone: Europe/Berlin\nstart: 2026-06-10\nend: 2026-06-14\n"
         "default_collaborator: northlight\n"},
        {"areas/main-stage.yaml", "name: Main Stage\nlocation: east lawn\n"},
        {"areas/foh.yaml", "name: Front of House\n"},
        {"collaborators/northlight.yaml", "name: Northlight Events\n"},
        {"collaborators/acme-audio.yaml", "name: Acme Audio\n"},
        {"crew/maya-lindt.yaml", "name: Maya Lindt\ncollaborator: acme-audio\n"},
        {"crew/noor.yaml", "name: Noor Haddad\ncollaborator: northlight\n"},
        {"crew/sam.yaml", "name: Sam\ncollaborator: northlight\n"},
        {"activities/doors.yaml", "name: Doors\nstart: 2026-06-12T18:00\n"},
        {"activities/line-check.yaml",
         "name: Line check\nstart: 2026-06-12T14:00\nend: \"15:30\"\nareas:\n- main-stage\n"},
        {"activities/focus.yaml", "name: Focus\nstart: 2026-06-12T22:00\nduration: 3h\n"},
        {"timeframes/load-in.yaml", "name: Load-in\nstart: 2026-06-08\nend: 2026-06-09\n"},
        {"timeframes/show-days.yaml", "name: Show days\nstart: 2026-06-10\nend: 2026-06-14\n"},
    };
    for (const auto& [path, text] : extra) files[path] = text;
    return files;
}

Opened::Opened(const Files& files, Look look)
    : tree(backops::tests::memory_tree(files)),
      reads(std::make_shared<std::vector<std::string>>()),
      directory(store_on(tree, reads, std::move(look))),
      intake(directory, thursday_morning) {}

}  // namespace backops::event::tests
