#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "files/disk.h"

namespace backops::tests {

/// Passes everything on to another disk; a disk that does something of its own derives from it.
class PassingDisk : public files::Disk {
  public:
    explicit PassingDisk(std::unique_ptr<files::Disk> inner) : inner_(std::move(inner)) {}

    std::string read(const std::string& path, std::uint64_t limit) override { return inner_->read(path, limit); }
    std::vector<files::Entry> list(const std::string& folder) override { return inner_->list(folder); }
    std::optional<files::Kind> kind(const std::string& path) override { return inner_->kind(path); }
    void create(const std::string& path, std::string_view bytes, unsigned mode) override {
        inner_->create(path, bytes, mode);
    }
    unsigned mode(const std::string& path) override { return inner_->mode(path); }
    void check_write(const std::string& path) override { inner_->check_write(path); }
    void make_folder(const std::string& path) override { inner_->make_folder(path); }
    void rename(const std::string& from, const std::string& to) override { inner_->rename(from, to); }
    void exchange(const std::string& one, const std::string& other) override { inner_->exchange(one, other); }
    void remove(const std::string& path) override { inner_->remove(path); }
    void remove_folder(const std::string& path) override { inner_->remove_folder(path); }
    void sync_file(const std::string& path) override { inner_->sync_file(path); }
    void sync_folder(const std::string& path) override { inner_->sync_folder(path); }
    void sync_all() override { inner_->sync_all(); }
    std::string remember_change() override { return inner_->remember_change(); }
    bool knows_change(const std::string& number, const std::string& folder) override {
        return inner_->knows_change(number, folder);
    }
    void forget_change(const std::string& number) override { inner_->forget_change(number); }
    std::unique_ptr<files::Held> lock(files::Lock kind, int seconds) override { return inner_->lock(kind, seconds); }

  private:
    std::unique_ptr<files::Disk> inner_;
};

}  // namespace backops::tests
