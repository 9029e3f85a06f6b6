#include "forgetful_disk.h"

#include <algorithm>
#include <set>

#include "passing_disk.h"

namespace backops::tests {

namespace {

constexpr std::size_t root = 1;

class RememberedDisk : public PassingDisk {
  public:
    RememberedDisk(std::unique_ptr<files::Disk> inner, Medium& medium)
        : PassingDisk(std::move(inner)), medium_(medium) {}

    void create(const std::string& path, std::string_view bytes, unsigned mode) override {
        PassingDisk::create(path, bytes, mode);
        medium_.create(path, {files::Kind::file, std::string(bytes), PassingDisk::mode(path), 0});
    }
    void make_folder(const std::string& path) override {
        PassingDisk::make_folder(path);
        medium_.create(path, {files::Kind::folder, {}, 0755, 0});
    }
    void rename(const std::string& from, const std::string& to) override {
        PassingDisk::rename(from, to);
        medium_.rename(from, to);
    }
    void exchange(const std::string& one, const std::string& other) override {
        PassingDisk::exchange(one, other);
        medium_.exchange(one, other);
    }
    void remove(const std::string& path) override {
        PassingDisk::remove(path);
        medium_.remove(path);
    }
    void remove_folder(const std::string& path) override {
        PassingDisk::remove_folder(path);
        medium_.remove(path);
    }
    void sync_file(const std::string& path) override {
        PassingDisk::sync_file(path);
        medium_.sync_file(path);
    }
    void sync_folder(const std::string& path) override {
        PassingDisk::sync_folder(path);
        medium_.sync_folder(path);
    }
    void sync_all() override {
        PassingDisk::sync_all();
        medium_.sync_all();
    }

  private:
    Medium& medium_;
};

}  // namespace

Medium::Medium(const MemoryTree& tree) : things_(root + 1) {
    things_[root] = {{files::Kind::folder, {}, 0755, 0}, true};
    for (const auto& [path, node] : tree.nodes) create(path, node);
    sync_all();
}

void Medium::create(const std::string& path, const MemoryTree::Node& node) {
    things_.push_back({node, node.kind == files::Kind::folder});
    note({{slot(path), things_.size() - 1}});
}

void Medium::rename(const std::string& from, const std::string& to) {
    note({{slot(from), 0}, {slot(to), number_of(from)}});
}

void Medium::exchange(const std::string& one, const std::string& other) {
    note({{slot(one), number_of(other)}, {slot(other), number_of(one)}});
}

void Medium::remove(const std::string& path) { note({{slot(path), 0}}); }

void Medium::sync_file(const std::string& path) { things_[number_of(path)].is_safe = true; }

void Medium::sync_folder(const std::string& path) {
    const std::size_t folder = number_of(path);
    std::set<Slot> wanted;
    std::vector<Names> safe;
    std::vector<Names> left;
    std::ranges::reverse(deeds_);
    for (Names& deed : deeds_) {
        const bool is_wanted = std::ranges::any_of(
            deed, [&](const auto& one) { return one.first.first == folder || wanted.contains(one.first); });
        if (is_wanted)
            for (const auto& one : deed) wanted.insert(one.first);
        (is_wanted ? safe : left).push_back(std::move(deed));
    }
    std::ranges::reverse(safe);
    for (const Names& deed : safe)
        for (const auto& [where, number] : deed) safe_[where] = number;
    std::ranges::reverse(left);
    deeds_ = std::move(left);
}

void Medium::sync_all() {
    for (Thing& thing : things_) thing.is_safe = true;
    safe_ = now_;
    deeds_.clear();
}

Tree Medium::after_power_cut(const std::function<int()>& kept) const {
    Names names = safe_;
    std::set<Slot> lost;
    for (const Names& deed : deeds_) {
        const bool rests_on_lost = std::ranges::any_of(deed, [&](const auto& one) { return lost.contains(one.first); });
        const bool is_kept = !rests_on_lost && kept() > 0;
        for (const auto& [where, number] : deed) {
            if (is_kept)
                names[where] = number;
            else
                lost.insert(where);
        }
    }
    Tree tree = memory_tree();
    const std::function<void(std::size_t, const std::string&)> add = [&](std::size_t folder, const std::string& path) {
        for (auto at = names.lower_bound({folder, {}}); at != names.end() && at->first.first == folder; ++at) {
            if (at->second == 0) continue;
            const Thing& thing = things_[at->second];
            MemoryTree::Node& node = tree->nodes[path + at->first.second] = thing.node;
            if (!thing.is_safe) node.bytes.resize(node.bytes.size() * static_cast<std::size_t>(kept()) / 2);
            if (thing.node.kind == files::Kind::folder) add(at->second, path + at->first.second + "/");
        }
    };
    add(root, "");
    return tree;
}

Medium::Slot Medium::slot(const std::string& path) const {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return {root, path};
    return {number_of(path.substr(0, slash)), path.substr(slash + 1)};
}

std::size_t Medium::number_of(const std::string& path) const { return path.empty() ? root : now_.at(slot(path)); }

void Medium::note(Names deed) {
    for (const auto& [where, number] : deed) now_[where] = number;
    deeds_.push_back(std::move(deed));
}

std::unique_ptr<files::Disk> remembered(std::unique_ptr<files::Disk> inner, Medium& medium) {
    return std::make_unique<RememberedDisk>(std::move(inner), medium);
}

}  // namespace backops::tests
