#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "event/directory.h"
#include "event/draft.h"
#include "yaml/edit.h"

namespace backops::event {

/// A place in one record that names another.
struct Referrer {
    Noun noun = Noun::event;
    std::string id;
    std::string named;      ///< the record that it names
    yaml::Path path;        ///< of the scalar that holds the id
    std::string where;      ///< the key in words: `participants.required`
    bool required = false;  ///< the key that it stands in cannot be without it
    bool mention = false;   ///< `accept.with`: it names but does not need the record
};

/// All edits of one command, each record once, in the order of their paths.
class Drafts {
  public:
    explicit Drafts(Directory& directory) : directory_(directory) {}
    Draft& of(Noun noun, const std::string& id);
    Draft& fresh(Noun noun, const std::string& id, std::string text = "");
    bool has(Noun noun, const std::string& id) const { return drafts_.contains({noun, id}); }
    /// The record as it will be, if anything was drafted of it.
    std::optional<RecordFile> read(Noun noun, const std::string& id) const;
    /// Removes the record's file; what was drafted for it is dropped.
    void erase(Noun noun, const std::string& id);
    /// Gives a record another id: its file moves, its text stays as drafted.
    void move(Noun noun, const std::string& id, const std::string& new_id);
    /// Verifies each draft.
    std::vector<files::Change> changes() const;

  private:
    Directory& directory_;
    std::map<std::pair<Noun, std::string>, Draft> drafts_;
    std::map<std::pair<Noun, std::string>, std::string> moved_;
    std::vector<std::pair<Noun, std::string>> erased_;
};

/// Everything in the event, as drafted, that names one of these records: by file and place. text::Failure for a record
/// that may name one and cannot be read.
std::vector<Referrer> referrers(Directory& directory, const Drafts& drafts, Noun noun,
                                const std::vector<std::string>& ids);

/// The record gets a new id, and so does every reference to it.
void rename_id(Directory& directory, Drafts& drafts, Noun noun, const std::string& id, const std::string& new_id);

/// What happens to what refers to a removed record. An `accept` that mentions one does not hold it: it stays, unless
/// the references go too; then it goes as a whole, since without its `with` it would accept everything.
struct Removal {
    bool cascade = false;    ///< the references go too
    std::string replace_by;  ///< or name this one instead
};

/// Removes records that may refer to one another. text::Failure that lists who refers to them when they may not go.
void remove_records(Directory& directory, Drafts& drafts, Noun noun, const std::vector<std::string>& ids,
                    const Removal& removal);

}  // namespace backops::event
