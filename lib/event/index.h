#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "event/known_folder.h"
#include "event/noun.h"
#include "files/hash.h"
#include "files/kept_file.h"
#include "files/stamp.h"
#include "model/reach.h"

namespace backops::event {

inline constexpr std::size_t nouns = 7;  ///< kinds of record, the event among them

/// What was known of a record's file when it was last read.
struct Recalled {
    files::Stamp stamp;                        ///< taken before it was read
    files::Hash content;                       ///< of the bytes that were read
    std::uint64_t begin = 0;                   ///< where its references and its record stand, one behind the other
    std::uint32_t references = 0, record = 0;  ///< their sizes
    std::uint64_t check = 0;                   ///< of these bytes
    std::uint32_t id = 0;                      ///< where its id stands among the ids
    std::uint8_t id_size = 0;
    model::When when;                ///< of an activity
    std::uint64_t uid = 0;           ///< of an activity: its uid's hash; 0 without one
    bool is_settled = false;         ///< the stamp alone tells whether the file has changed since
    bool is_clean = false;           ///< nothing was wrong with it: what is kept is all that there is to say
    bool is_checked_across = false;  ///< some checks against other records look into its file
};

/// What an earlier command has read of an event, from the bytes that it kept. It only ever answers for files that are
/// as they were (see event/load); damage of any kind makes it an empty one, or a record of it unknown. Records are
/// sorted by id.
class Index {
  public:
    Index() = default;
    /// `identity` says whose bytes they must be: this program, this machine's zones, this event directory.
    Index(files::KeptBytes bytes, std::string_view identity);

    bool empty() const { return bytes_.size() == 0; }
    const files::Hash& event() const { return event_; }
    std::span<const Recalled> of(Noun noun) const;
    const std::optional<KnownFolder>& folder(Noun noun) const { return folders_[static_cast<std::size_t>(noun)]; }
    std::string_view id(const Recalled& record) const;
    /// A record and its references, as bytes.
    struct Kept {
        std::string_view references, record;
    };
    /// What is read of an index at once: its records stand behind each other.
    struct Window {
        std::vector<char> bytes;
        std::uint64_t begin = 0;
    };
    /// As it was kept, in the window until that is used again; nothing when these bytes are damaged. Thread-safe.
    std::optional<Kept> kept(const Recalled& record, Window& window) const;
    /// All of them as they stand behind each other, with some that no record is known by any more; nothing when they
    /// cannot be read, or when most are such.
    std::string_view records_to_keep();

  private:
    std::uint64_t kept_size() const { return bytes_.size() - ids_end_; }
    bool is_mostly_dead() const;
    bool read_head(std::string_view identity);
    bool read_head(std::string_view head, std::string_view identity);

    files::KeptBytes bytes_;
    files::Hash event_;
    std::array<std::optional<KnownFolder>, nouns> folders_;
    std::array<std::span<const Recalled>, nouns> records_;
    std::size_t ids_ = 0, ids_end_ = 0;  ///< where the ids stand in the bytes
};

/// Gathers what an index is to know; records of a noun in the order of their ids. What an older one has of them is
/// taken along as it stands.
class IndexDraft {
  public:
    /// The older one must outlive it.
    IndexDraft(files::Hash event, Index& older);
    void add(Noun noun, const KnownFolder& folder) { folders_[static_cast<std::size_t>(noun)] = folder; }
    /// A record with what `bytes_to_keep` has made of it, which must outlive the draft.
    void add(Noun noun, std::string_view id, Recalled record, std::string_view bytes);
    /// A record whose bytes are as the older index has them.
    void keep(Noun noun, std::string_view id, Recalled record);
    /// The index as `identity` may read it: the bytes of both, one behind the other.
    std::string head(std::string_view identity) const;
    const std::vector<std::string_view>& kept() const { return kept_; }

  private:
    void append(Noun noun, std::string_view id, Recalled record);

    files::Hash event_;
    const Index& older_;
    bool takes_along_;  ///< all of the older one's records as they stand
    Index::Window window_;
    std::array<std::optional<KnownFolder>, nouns> folders_;
    std::array<std::vector<Recalled>, nouns> records_;
    std::string ids_;
    std::vector<std::string_view> kept_;
    std::uint64_t kept_size_ = 0;
    std::deque<std::string> copied_;  ///< of the older one
};

/// The bytes of a record behind those of its references; `recalled` is told their sizes and their check.
std::string bytes_to_keep(Recalled& recalled, const Index::Kept& kept);

}  // namespace backops::event
