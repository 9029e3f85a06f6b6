#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event/known_folder.h"
#include "event/record_file.h"
#include "files/store.h"
#include "model/plan.h"

namespace backops::event {

/// Where what was read of an event is kept from one command to the next; without a path it is not.
struct IndexPlace {
    std::string path;
    std::string reader;  ///< this program and all else that decides what the bytes of a file mean
};

class Index;
class IndexDraft;

/// An event directory that is open: records are listed and read when they are asked for, each at most once, so that an
/// edit of one record reads that one and what it names.
class Directory {
  public:
    explicit Directory(files::Store store, IndexPlace index = {});
    Directory(Directory&& other) noexcept;
    ~Directory();

    files::Store& store() { return store_; }
    const files::Store& store() const { return store_; }

    /// Sorted ids of a noun's records. What else lies in its folder and must not is in `folder_problems`.
    const std::vector<std::string>& ids(Noun noun);
    const text::Problems& folder_problems(Noun noun);
    /// The same ids for who rests on having all of them: text::Failure where the folder cannot be listed.
    const std::vector<std::string>& all_ids(Noun noun);
    /// text::Failure as `all_ids` in an event that is open for writing.
    bool exists(Noun noun, std::string_view id);
    /// Whether a reference of this kind can name it.
    bool exists(Target target, std::string_view id);
    std::vector<std::string> ids(Target target);
    /// Whether a collaborator or, else, a crew member has this id.
    std::optional<Noun> party(std::string_view id);

    /// A record's file; text::Failure when there is none. What keeps it from being read is a problem of it. The
    /// reference stays good.
    const RecordFile& file(Noun noun, std::string_view id);
    /// A record's file if it can be read as one at all; text::Failure with its problems otherwise.
    const RecordFile& sound_file(Noun noun, std::string_view id);
    /// event.yaml, whose days and zone all else rests on: text::Failure with its problems when these cannot be read.
    const model::Event& event();
    /// Whether a record's file has one of the words anywhere, as it stands or behind an escape; text::Failure when its
    /// bytes cannot be read. It is not parsed for that.
    bool may_mention(Noun noun, const std::string& id, const std::vector<std::string>& words);
    /// The name that people know a record by; its id when it has none or cannot be read.
    std::string name(Noun noun, std::string_view id);

    /// What an earlier command has kept of it; empty where nothing is kept.
    Index& index();
    bool has_index() const { return !place_.path.empty(); }
    /// The moment from which on changes differ from what is read now, as Store::now.
    std::optional<std::int64_t> opened() const { return opened_; }
    /// What may be kept of a noun's folder.
    std::optional<KnownFolder> known_folder(Noun noun);
    /// For the next command.
    void keep(const IndexDraft& draft) const;

  private:
    struct Folder {
        std::vector<std::string> ids;
        text::Problems problems;
        bool is_listed = true;
        std::optional<KnownFolder> known;
    };
    const Folder& folder(Noun noun);
    Folder read_folder(Noun noun);
    std::string identity() const;

    files::Store store_;
    std::map<Noun, Folder> folders_;
    std::map<std::pair<Noun, std::string>, RecordFile> files_;
    std::optional<model::Event> event_;
    IndexPlace place_;
    std::optional<std::int64_t> opened_;
    std::unique_ptr<Index> index_;
};

/// The ids in one folder, and what must not be there: links, folders, `.yml`, stems that are no ids.
/// Nothing when the folder cannot be listed.
std::optional<std::vector<std::string>> record_ids(const files::Store& store, Noun noun, text::Problems& problems);

/// The bytes of one record read into a file; what keeps them from being read is a problem of it. Thread-safe.
RecordFile read_record_at(const files::Store& store, Noun noun, const std::string& id);

/// Whether event.yaml's format is known and its days and zone can be read.
bool is_usable(const RecordFile& event);
inline constexpr std::string_view unusable_event = "nothing can be done before event.yaml is right";

/// The record of the nearest name when a record's id is not there: what `show`, `edit` and `rm` say.
[[noreturn]] void no_such_record(Noun noun, std::string_view id, std::span<const std::string> known);

}  // namespace backops::event
