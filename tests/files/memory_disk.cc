#include "memory_disk.h"

#include <algorithm>
#include <cerrno>
#include <type_traits>
#include <utility>

#include "files/hash.h"
#include "passing_disk.h"

namespace backops::tests {

using files::Entry;
using files::Held;
using files::Kind;
using files::Lock;

namespace {

[[noreturn]] void fail(int code) { throw std::system_error(code, std::generic_category()); }

std::string parent_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

bool is_own(const std::string& path) {
    return path.starts_with(".backops-") || path.find("/.backops-") != std::string::npos;
}

class MemoryHeld : public Held {
  public:
    MemoryHeld(Tree tree, Lock kind) : tree_(std::move(tree)), kind_(kind) {}
    MemoryHeld(const MemoryHeld&) = delete;
    MemoryHeld& operator=(const MemoryHeld&) = delete;
    ~MemoryHeld() override {
        const std::scoped_lock guard(tree_->mutex);
        if (kind_ == Lock::exclusive) {
            tree_->exclusive_lock = false;
        } else {
            --tree_->shared_locks;
        }
    }

  private:
    Tree tree_;
    Lock kind_;
};

class MemoryDisk : public files::Disk {
  public:
    explicit MemoryDisk(Tree tree) : tree_(std::move(tree)) {}

    std::string read(const std::string& path, std::uint64_t limit) override {
        const std::scoped_lock guard(tree_->mutex);
        const MemoryTree::Node& node = file(path);
        if (node.bytes.size() > limit) fail(EFBIG);
        return node.bytes;
    }

    std::vector<Entry> list(const std::string& folder) override {
        const std::scoped_lock guard(tree_->mutex);
        check_folder(folder);
        std::vector<Entry> entries;
        for (const auto& [path, node] : tree_->nodes) {
            if (parent_of(path) != folder) continue;
            entries.push_back({folder.empty() ? path : path.substr(folder.size() + 1), node.kind});
        }
        std::ranges::sort(entries, {}, &Entry::name);
        return entries;
    }

    std::optional<Kind> kind(const std::string& path) override {
        const std::scoped_lock guard(tree_->mutex);
        const auto found = tree_->nodes.find(path);
        if (found == tree_->nodes.end()) return std::nullopt;
        return found->second.kind;
    }

    void create(const std::string& path, std::string_view bytes, unsigned mode) override {
        const std::scoped_lock guard(tree_->mutex);
        check_new(path);
        tree_->nodes[path] = {Kind::file, std::string(bytes), mode == 0 ? 0644U : mode};
    }

    unsigned mode(const std::string& path) override {
        const std::scoped_lock guard(tree_->mutex);
        return file(path).mode;
    }

    void check_write(const std::string& path) override {
        const std::scoped_lock guard(tree_->mutex);
        if (!path.empty() && !tree_->nodes.contains(path)) fail(ENOENT);
    }

    void make_folder(const std::string& path) override {
        const std::scoped_lock guard(tree_->mutex);
        check_new(path);
        tree_->nodes[path] = {Kind::folder, {}, 0755};
    }

    void rename(const std::string& from, const std::string& to) override;

    void exchange(const std::string& one, const std::string& other) override {
        const std::scoped_lock guard(tree_->mutex);
        if (tree_->exchange_error != 0) fail(tree_->exchange_error);
        if (!tree_->nodes.contains(one) || !tree_->nodes.contains(other)) fail(ENOENT);
        std::swap(tree_->nodes[one], tree_->nodes[other]);
    }

    void remove(const std::string& path) override {
        const std::scoped_lock guard(tree_->mutex);
        check_folder(parent_of(path));
        if (!tree_->nodes.contains(path)) fail(ENOENT);
        if (tree_->nodes[path].kind == Kind::folder) fail(EISDIR);
        tree_->nodes.erase(path);
    }

    void remove_folder(const std::string& path) override {
        const std::scoped_lock guard(tree_->mutex);
        if (!tree_->nodes.contains(path)) fail(ENOENT);
        if (tree_->nodes[path].kind != Kind::folder) fail(ENOTDIR);
        if (has_inner(path)) fail(ENOTEMPTY);
        tree_->nodes.erase(path);
    }

    void sync_file(const std::string& path) override {
        const std::scoped_lock guard(tree_->mutex);
        file(path);
    }

    void sync_folder(const std::string& path) override {
        const std::scoped_lock guard(tree_->mutex);
        check_folder(path);
    }

    void sync_all() override {}

    std::string remember_change() override {
        const std::scoped_lock guard(tree_->mutex);
        std::string number = files::to_text(files::Hash{7, ++tree_->changes});
        if (tree_->remembers) tree_->own_changes.insert(number);
        return number;
    }
    bool knows_change(const std::string& number, const std::string& folder) override {
        const std::scoped_lock guard(tree_->mutex);
        return tree_->own_changes.contains(number) && tree_->nodes[folder].owner == 0;
    }
    void forget_change(const std::string& number) override { tree_->own_changes.erase(number); }

    std::unique_ptr<Held> lock(Lock kind, int) override {
        const std::scoped_lock guard(tree_->mutex);
        if (tree_->lock_error != 0) fail(tree_->lock_error);
        if (tree_->exclusive_lock || (kind == Lock::exclusive && tree_->shared_locks > 0)) return nullptr;
        if (kind == Lock::exclusive) {
            tree_->exclusive_lock = true;
        } else {
            ++tree_->shared_locks;
        }
        return std::make_unique<MemoryHeld>(tree_, kind);
    }

  private:
    void check_folder(const std::string& path) const {
        if (path.empty()) return;
        const auto found = tree_->nodes.find(path);
        if (found == tree_->nodes.end()) fail(ENOENT);
        if (found->second.kind != Kind::folder) fail(found->second.kind == Kind::link ? ELOOP : ENOTDIR);
    }

    void check_new(const std::string& path) const {
        check_folder(parent_of(path));
        if (tree_->nodes.contains(path)) fail(EEXIST);
    }

    const MemoryTree::Node& file(const std::string& path) const {
        check_folder(parent_of(path));
        const auto found = tree_->nodes.find(path);
        if (found == tree_->nodes.end()) fail(ENOENT);
        if (found->second.kind == Kind::link) fail(ELOOP);
        if (found->second.kind != Kind::file) fail(EINVAL);
        return found->second;
    }

    bool has_inner(const std::string& path) const {
        const auto next = tree_->nodes.lower_bound(path + "/");
        return next != tree_->nodes.end() && next->first.starts_with(path + "/");
    }

    Tree tree_;
};

void MemoryDisk::rename(const std::string& from, const std::string& to) {
    const std::scoped_lock guard(tree_->mutex);
    check_folder(parent_of(from));
    check_folder(parent_of(to));
    const auto source = tree_->nodes.find(from);
    if (source == tree_->nodes.end()) fail(ENOENT);
    const auto target = tree_->nodes.find(to);
    const bool is_folder = source->second.kind == Kind::folder;
    if (target != tree_->nodes.end()) {
        if (is_folder && target->second.kind != Kind::folder) fail(ENOTDIR);
        if (!is_folder && target->second.kind == Kind::folder) fail(EISDIR);
        if (is_folder && has_inner(to)) fail(ENOTEMPTY);
    }
    std::map<std::string, MemoryTree::Node> moved;
    std::erase_if(tree_->nodes, [&](const auto& node) {
        const bool moves = node.first == from || node.first.starts_with(from + "/");
        if (moves) moved[to + node.first.substr(from.size())] = node.second;
        return moves;
    });
    for (auto& [path, node] : moved) tree_->nodes[path] = std::move(node);
}

class FailingDisk : public files::Disk {
  public:
    FailingDisk(std::unique_ptr<files::Disk> inner, Fault fault, std::shared_ptr<Operations> operations)
        : inner_(std::move(inner)), fault_(fault), operations_(std::move(operations)) {}

    std::string read(const std::string& path, std::uint64_t limit) override {
        return reading("read " + path, [&] { return inner_->read(path, limit); });
    }
    std::vector<Entry> list(const std::string& folder) override {
        return reading("list " + folder, [&] { return inner_->list(folder); });
    }
    std::optional<Kind> kind(const std::string& path) override {
        return reading("kind " + path, [&] { return inner_->kind(path); });
    }
    unsigned mode(const std::string& path) override {
        return reading("mode " + path, [&] { return inner_->mode(path); });
    }
    void check_write(const std::string& path) override {
        writing("check " + path, [&] { inner_->check_write(path); });
    }
    void create(const std::string& path, std::string_view bytes, unsigned mode) override {
        writing(
            "create " + path, [&] { inner_->create(path, bytes, mode); },
            [&] { inner_->create(path, bytes.substr(0, bytes.size() / 2), mode); });
    }
    std::string remember_change() override {
        const bool is_turn = next("remember");
        std::string number = inner_->remember_change();
        if (is_turn) inner_->forget_change(number);
        return number;
    }
    bool knows_change(const std::string& number, const std::string& folder) override {
        return inner_->knows_change(number, folder);
    }
    void forget_change(const std::string& number) override { inner_->forget_change(number); }
    void check_mount(const std::string& path) override {
        reading("check_mount " + path, [&] { inner_->check_mount(path); });
    }
    void make_folder(const std::string& path) override {
        writing("make_folder " + path, [&] { inner_->make_folder(path); });
    }
    void rename(const std::string& from, const std::string& to) override {
        writing("rename " + from + " " + to, [&] { inner_->rename(from, to); });
    }
    void exchange(const std::string& one, const std::string& other) override {
        writing("exchange " + one + " " + other, [&] { inner_->exchange(one, other); });
    }
    void remove(const std::string& path) override {
        writing("remove " + path, [&] { inner_->remove(path); });
    }
    void remove_folder(const std::string& path) override {
        writing("remove_folder " + path, [&] { inner_->remove_folder(path); });
    }
    void sync_file(const std::string& path) override {
        writing("sync_file " + path, [&] { inner_->sync_file(path); });
    }
    void sync_folder(const std::string& path) override {
        writing("sync_folder " + path, [&] { inner_->sync_folder(path); });
    }
    void sync_all() override {
        writing("sync_all", [&] { inner_->sync_all(); });
    }
    std::unique_ptr<Held> lock(Lock kind, int seconds) override {
        return reading(kind == Lock::shared ? "lock shared" : "lock exclusive",
                       [&] { return inner_->lock(kind, seconds); });
    }

  private:
    /// Whether it is the turn of the fault.
    bool next(std::string name) {
        if (crashed_) throw Crashed{};
        operations_->names.push_back(std::move(name));
        if (operations_->before) operations_->before(operations_->names.size());
        if (operations_->names.size() != fault_.at) return false;
        operations_->failed = true;
        crashed_ = fault_.how == Fails::crash;
        if (crashed_) throw Crashed{};
        return true;
    }

    template <typename Work>
    std::invoke_result_t<Work> reading(std::string name, Work work) {
        if (next(std::move(name))) fail(fault_.error);
        return work();
    }

    void writing(
        std::string name, const std::function<void()>& work, const std::function<void()>& half = [] {}) {
        const bool is_turn = next(std::move(name));
        if (is_turn && fault_.how == Fails::late) work();
        if (is_turn && fault_.how == Fails::partly) half();
        if (is_turn || (operations_->failed && fault_.how == Fails::from_now)) fail(fault_.error);
        work();
    }

    std::unique_ptr<files::Disk> inner_;
    Fault fault_;
    std::shared_ptr<Operations> operations_;
    bool crashed_ = false;
};

}  // namespace

void MemoryTree::write(const std::string& path, const std::string& bytes) {
    const std::scoped_lock guard(mutex);
    const std::string folder = parent_of(path);
    if (!folder.empty() && !nodes.contains(folder)) nodes[folder] = {Kind::folder, {}, 0755};
    nodes[path].kind = Kind::file;
    nodes[path].bytes = bytes;
}

void MemoryTree::place(const std::string& path, Kind kind) {
    const std::scoped_lock guard(mutex);
    nodes[path] = {kind, {}, 0755};
}

void MemoryTree::erase(const std::string& path) {
    const std::scoped_lock guard(mutex);
    std::erase_if(nodes, [&](const auto& node) { return node.first == path || node.first.starts_with(path + "/"); });
}

std::map<std::string, std::string> MemoryTree::files() const {
    std::map<std::string, std::string> found;
    for (const auto& [path, node] : nodes) {
        if (node.kind == Kind::file && !is_own(path)) found[path] = node.bytes;
    }
    return found;
}

std::vector<std::string> MemoryTree::leftovers() const {
    std::vector<std::string> found;
    for (const auto& [path, node] : nodes) {
        if (is_own(path)) found.push_back(path);
    }
    return found;
}

Tree MemoryTree::copy() const {
    auto copied = std::make_shared<MemoryTree>();
    copied->nodes = nodes;
    copied->own_changes = own_changes;
    copied->changes = changes;
    return copied;
}

Tree memory_tree(const std::map<std::string, std::string>& files) {
    auto tree = std::make_shared<MemoryTree>();
    for (const auto& [path, bytes] : files) tree->write(path, bytes);
    return tree;
}

std::unique_ptr<files::Disk> open_memory(Tree tree) { return std::make_unique<MemoryDisk>(std::move(tree)); }

std::unique_ptr<files::Disk> failing(std::unique_ptr<files::Disk> inner, Fault fault,
                                     std::shared_ptr<Operations> operations) {
    return std::make_unique<FailingDisk>(std::move(inner), fault, std::move(operations));
}

namespace {

class ReadOnlyDisk : public PassingDisk {
  public:
    ReadOnlyDisk(std::unique_ptr<files::Disk> inner, int error) : PassingDisk(std::move(inner)), error_(error) {}

    void check_write(const std::string&) override { fail(error_); }
    void create(const std::string&, std::string_view, unsigned) override { fail(error_); }
    void make_folder(const std::string&) override { fail(error_); }
    void rename(const std::string&, const std::string&) override { fail(error_); }
    void exchange(const std::string&, const std::string&) override { fail(error_); }
    void remove(const std::string&) override { fail(error_); }
    void remove_folder(const std::string&) override { fail(error_); }
    void sync_file(const std::string&) override { fail(error_); }
    void sync_folder(const std::string&) override { fail(error_); }
    void sync_all() override { fail(error_); }
    void forget_change(const std::string&) override {}

  private:
    int error_;
};

}  // namespace

std::unique_ptr<files::Disk> read_only(std::unique_ptr<files::Disk> inner, int error) {
    return std::make_unique<ReadOnlyDisk>(std::move(inner), error);
}

}  // namespace backops::tests
