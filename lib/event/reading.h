#pragma once

#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "event/directory.h"
#include "event/index.h"
#include "model/plan.h"
#include "text/problem.h"

namespace backops::event {

/// The records of an event on their way into its plan, on as many threads as the machine has (at most eight): what the
/// index knows and whose files are as they were is taken from it, all else is read and parsed. A file is as it was
/// when its stamp is and was settled (files/stamp.h), or when its bytes have the same hash.
class Reading {
  public:
    /// Fills all of the plan but its event and its activities. Both must outlive it.
    Reading(Directory& directory, model::Plan& plan);

    /// Fills its activities: those that can be on one of these show days (nothing: all), others perhaps. The plan's
    /// event must be there.
    void read_activities(std::optional<time::DayRange> days);
    /// Reads what is as it was after all, where it may have come to be wrong by what has changed elsewhere: it names
    /// what is no more, or says what the event no longer declares. `event` is event.yaml.
    void read_suspects(const RecordFile& event);
    /// Of the files that were read those with problems, and those that are checked across, with their trees.
    std::vector<const RecordFile*> files() const;
    std::size_t size() const { return wanted_.size(); }
    /// Keeps what is known now for the next command, unless that is hardly more than was kept already. `problems` are
    /// all of the event.
    void keep(const RecordFile& event, const text::Problems& problems);

  private:
    /// Of a file that was read what is to be kept of it, and the file itself if there is more to be said of it.
    struct Parsed {
        std::unique_ptr<RecordFile> file;  ///< something is wrong with it, or it is checked across
        Recalled recalled;
        std::string bytes;
    };

    /// A record: where it goes, what is known of its file, and what has been read of it.
    struct Wanted {
        Noun noun = Noun::event;
        const std::string* id = nullptr;
        std::size_t place = 0;
        bool is_left_out = false;  ///< the plan has no place for it
        const Recalled* recalled = nullptr;
        std::optional<files::Stamp> stamp;  ///< taken before the file was read
        std::unique_ptr<Parsed> parsed;     ///< nothing: the record is as it was kept
    };

    using Ids = std::set<std::string, std::less<>>;

    bool has_changed() const;
    void want(Noun noun);
    /// Those that are known; others get theirs when they are read.
    void stamp(std::span<Wanted> some);
    void read(std::span<Wanted> some);
    void read(Wanted& wanted, Index::Window& window);
    bool is_as_it_was(const Wanted& wanted) const;
    bool has_same_bytes(const Wanted& wanted) const;
    bool recall(const Wanted& wanted, Index::Window& window);
    void parse(Wanted& wanted);
    void prepare_to_keep(const Wanted& wanted, const RecordFile& file) const;
    bool may_be_wrong(const Wanted& wanted, bool has_declared_changed, const std::set<std::uint64_t>& uids,
                      Index::Window& window) const;
    bool is_settled(const Wanted& wanted) const;
    static bool is_clean(const Wanted& wanted, const std::set<std::string_view>& wrong);
    bool is_worth_keeping(const std::set<std::string_view>& wrong) const;
    void add(IndexDraft& draft, const Wanted& wanted, bool is_clean) const;

    Directory& directory_;
    Index& index_;
    model::Plan& plan_;
    std::vector<Wanted> wanted_;  ///< the activities last
    Ids gone_;                    ///< ids that the index knows and that are no more
};

}  // namespace backops::event
