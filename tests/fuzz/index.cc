#include "event/index.h"

#include <algorithm>

#include "event/record_bytes.h"
#include "fuzzed.h"

using namespace backops;
using namespace backops::event;

namespace {

/// A record that can be read from bytes is written as bytes that say the same.
template <class R>
void hold_round_trip(std::string_view bytes) {
    R record;
    if (!from_bytes(bytes, record)) return;
    const std::string written = to_bytes(record);
    R again;
    fuzz::hold(from_bytes(written, again) && to_bytes(again) == written, "a record is read as it was written");
}

void read_as_any_record(std::string_view bytes) {
    hold_round_trip<model::Area>(bytes);
    hold_round_trip<model::Collaborator>(bytes);
    hold_round_trip<model::CrewMember>(bytes);
    hold_round_trip<model::Activity>(bytes);
    hold_round_trip<model::Timeframe>(bytes);
    hold_round_trip<model::View>(bytes);
}

Index opened(std::string_view bytes) { return Index(files::KeptBytes(bytes), "fuzz"); }

/// Bytes are taken for an index only if they are just what was kept.
void change_one(std::string_view name, std::string_view kept, std::string_view change) {
    Index none;
    IndexDraft draft(files::content_hash(kept), none);
    Recalled record;
    record.is_clean = true;
    const std::string bytes = bytes_to_keep(record, {name, kept});
    draft.add(Noun::activity, name, record, bytes);
    const std::string whole = draft.head("fuzz") + bytes;
    std::string changed = whole;
    for (std::size_t i = 0; i + 2 < change.size(); i += 3) {
        const auto at = static_cast<std::size_t>(static_cast<unsigned char>(change[i])) * 256 +
                        static_cast<unsigned char>(change[i + 1]);
        changed[at % changed.size()] = change[i + 2];
    }
    const Index index = opened(changed);
    if (index.empty()) return fuzz::hold(changed != whole, "what was kept is known again");
    Index::Window window;
    for (const Recalled& found : index.of(Noun::activity)) {
        const auto known = index.kept(found, window);
        fuzz::hold(!known || (known->record == kept && known->references == name),
                   "a record is as it was kept, or unknown");
    }
}

}  // namespace

/// Bytes as an index, as a record, and as changes to an index that is right: the first byte says how many of them are
/// the changes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* begin, std::size_t size) {
    const std::string_view input = fuzz::bytes(begin, size);
    const Index index = opened(input);
    read_as_any_record(input);
    if (input.empty()) return 0;
    const std::size_t changes = std::min<std::size_t>(static_cast<unsigned char>(input[0]), size - 1);
    const std::string_view rest = input.substr(1 + changes);
    change_one(rest.substr(0, std::min<std::size_t>(rest.size(), 40)), rest, input.substr(1, changes));
    return 0;
}
