#include "event/reading.h"

#include <algorithm>
#include <system_error>

#include "event/bytes.h"
#include "event/cross_checks.h"
#include "event/read.h"
#include "event/record_bytes.h"
#include "files/hash.h"
#include "files/on_all_cores.h"
#include "model/reach.h"

namespace backops::event {
namespace {

// What a worker reads lands in that record's own place, so order never depends on threads.
constexpr std::size_t batch = 64;

/// Calls with the records of a noun.
template <class Call>
void with_records(Noun noun, auto& plan, Call&& call) {
    switch (noun) {
        case Noun::area:
            return call(plan.areas);
        case Noun::collaborator:
            return call(plan.collaborators);
        case Noun::crew:
            return call(plan.crew);
        case Noun::activity:
            return call(plan.activities);
        case Noun::timeframe:
            return call(plan.timeframes);
        case Noun::view:
            return call(plan.views);
        case Noun::event:
            break;
    }
}

void read_into(const RecordFile& file, model::Area& area) { area = read_area(file); }
void read_into(const RecordFile& file, model::Collaborator& collaborator) { collaborator = read_collaborator(file); }
void read_into(const RecordFile& file, model::CrewMember& person) { person = read_crew(file); }
void read_into(const RecordFile& file, model::Activity& activity) { activity = read_activity(file); }
void read_into(const RecordFile& file, model::Timeframe& timeframe) { timeframe = read_timeframe(file); }
void read_into(const RecordFile& file, model::View& view) { view = read_view(file); }

std::string bytes_of(const std::vector<Reference>& references) {
    std::vector<std::string> ids;
    for (const Reference& reference : references) ids.push_back(reference.id);
    ToBytes archive;
    archive(ids);
    return archive.take();
}

std::vector<std::string> referred_to(std::string_view bytes) {
    std::vector<std::string> ids;
    FromBytes archive(bytes);
    archive(ids);
    return ids;
}

/// 0 without one.
std::uint64_t uid_hash(const model::Activity& activity) {
    return activity.uid.empty() ? 0 : files::content_hash(activity.uid).low | 1;
}

bool meets(time::DayRange one, time::DayRange other) { return one.first <= other.last && other.first <= one.last; }

}  // namespace

Reading::Reading(Directory& directory, model::Plan& plan)
    : directory_(directory), index_(directory.index()), plan_(plan) {
    std::size_t records = 0;
    for (const Noun noun : folder_nouns) records += directory_.ids(noun).size();
    wanted_.reserve(records);
    for (const Noun noun : folder_nouns) {
        if (noun == Noun::activity) continue;
        want(noun);
        with_records(noun, plan_, [&](auto& records) { records.resize(directory_.ids(noun).size()); });
    }
    want(Noun::activity);
    files::on_all_cores(std::span(wanted_), batch, [this](std::span<Wanted> some) {
        stamp(some);
        read({some.begin(), std::ranges::find(some, Noun::activity, &Wanted::noun)});
    });
}

void Reading::read_activities(std::optional<time::DayRange> days) {
    const std::span<Wanted> activities(std::ranges::find(wanted_, Noun::activity, &Wanted::noun), wanted_.end());
    const std::int32_t day_start = plan_.event.day_start;
    std::size_t places = 0;
    for (Wanted& wanted : activities) {
        wanted.is_left_out =
            days && is_as_it_was(wanted) && !meets(model::possible_days(wanted.recalled->when, day_start), *days);
        if (!wanted.is_left_out) wanted.place = places++;
    }
    // An event that has activities is not to look as if it had none.
    if (places == 0 && !activities.empty()) activities[places++].is_left_out = false;
    plan_.activities.resize(places);
    files::on_all_cores(activities, batch, [this](std::span<Wanted> some) { read(some); });
}

void Reading::want(Noun noun) {
    const std::vector<std::string>& ids = directory_.ids(noun);
    const std::span<const Recalled> known = index_.of(noun);
    auto next = known.begin();
    const auto pass_over = [&](std::string_view id) {
        for (; next != known.end() && index_.id(*next) < id; ++next) gone_.emplace(index_.id(*next));
    };
    for (std::size_t place = 0; place < ids.size(); ++place) {
        pass_over(ids[place]);
        const bool is_known = next != known.end() && index_.id(*next) == ids[place];
        wanted_.push_back({noun, &ids[place], place, false, is_known ? &*next : nullptr, {}, {}});
        if (is_known) ++next;
    }
    for (; next != known.end(); ++next) gone_.emplace(index_.id(*next));
}

void Reading::stamp(std::span<Wanted> some) {
    for (auto begin = some.begin(); directory_.has_index() && begin != some.end();) {
        const auto end =
            std::find_if(begin, some.end(), [&](const Wanted& wanted) { return wanted.noun != begin->noun; });
        std::vector<Wanted*> known;
        std::vector<std::string> names;
        for (Wanted& wanted : std::span(begin, end)) {
            if (!wanted.recalled) continue;
            known.push_back(&wanted);
            names.push_back(*wanted.id + ".yaml");
        }
        const auto stamps = directory_.store().stamps(std::string(folder(begin->noun)), names);
        for (std::size_t i = 0; i < stamps.size(); ++i) known[i]->stamp = stamps[i];
        begin = end;
    }
}

void Reading::read(std::span<Wanted> some) {
    Index::Window window;
    for (Wanted& wanted : some)
        if (!wanted.is_left_out) read(wanted, window);
}

bool Reading::is_settled(const Wanted& wanted) const {
    return wanted.stamp && files::is_settled(*wanted.stamp, *directory_.opened());
}

bool Reading::is_as_it_was(const Wanted& wanted) const {
    const Recalled* recalled = wanted.recalled;
    return recalled && recalled->is_clean && recalled->is_settled && is_settled(wanted) &&
           *wanted.stamp == recalled->stamp;
}

void Reading::read(Wanted& wanted, Index::Window& window) {
    const bool is_known = wanted.recalled && wanted.recalled->is_clean;
    if (is_known && (is_as_it_was(wanted) || has_same_bytes(wanted)) && recall(wanted, window)) return;
    parse(wanted);
}

bool Reading::has_same_bytes(const Wanted& wanted) const {
    try {
        const auto text = directory_.store().read(path_of(wanted.noun, *wanted.id));
        return text && files::content_hash(*text) == wanted.recalled->content;
    } catch (const std::system_error&) {
        return false;  // Reading it as a record says why.
    }
}

bool Reading::recall(const Wanted& wanted, Index::Window& window) {
    const auto kept = index_.kept(*wanted.recalled, window);
    if (!kept) return false;
    bool is_read = false;
    with_records(wanted.noun, plan_, [&](auto& records) {
        auto& record = records[wanted.place];
        is_read = from_bytes(kept->record, record);
        record.id = *wanted.id;
    });
    return is_read;
}

void Reading::parse(Wanted& wanted) {
    RecordFile file = read_record_at(directory_.store(), wanted.noun, *wanted.id);
    if (!wanted.is_left_out)
        with_records(wanted.noun, plan_, [&](auto& records) { read_into(file, records[wanted.place]); });
    if (!wanted.stamp) wanted.stamp = file.stamp;
    check_references(directory_, file, file.problems);
    const bool is_across = is_checked_across(file);
    wanted.parsed = std::make_unique<Parsed>();
    wanted.parsed->recalled.is_checked_across = is_across;
    if (directory_.has_index() && !wanted.is_left_out) prepare_to_keep(wanted, file);
    // Trees and texts are large, and most are of no more use.
    if (!is_across && file.problems.empty()) return;
    if (!is_across) file.tree.reset();
    wanted.parsed->file = std::make_unique<RecordFile>(std::move(file));
}

// Done where the record was read, on all cores.
void Reading::prepare_to_keep(const Wanted& wanted, const RecordFile& file) const {
    Recalled& recalled = wanted.parsed->recalled;
    recalled.content = files::content_hash(file.text);
    if (wanted.noun == Noun::activity) {
        recalled.when = model::when(plan_.activities[wanted.place]);
        recalled.uid = uid_hash(plan_.activities[wanted.place]);
    }
    with_records(wanted.noun, plan_, [&](auto& records) {
        wanted.parsed->bytes = bytes_to_keep(recalled, {bytes_of(file.references), to_bytes(records[wanted.place])});
    });
}

std::vector<const RecordFile*> Reading::files() const {
    std::vector<const RecordFile*> files;
    for (const Wanted& wanted : wanted_)
        if (wanted.parsed && wanted.parsed->file) files.push_back(wanted.parsed->file.get());
    return files;
}

bool Reading::has_changed() const {
    return !gone_.empty() ||
           std::ranges::any_of(wanted_, [](const Wanted& wanted) { return wanted.parsed != nullptr; });
}

void Reading::read_suspects(const RecordFile& event) {
    const bool has_other_event = files::content_hash(event.text) != index_.event();
    if (index_.empty() || (!has_other_event && !has_changed())) return;
    std::set<std::uint64_t> uids;
    bool has_other_areas = std::ranges::any_of(index_.of(Noun::area),
                                               [&](const Recalled& area) { return gone_.contains(index_.id(area)); });
    for (const Wanted& wanted : wanted_) {
        if (!wanted.parsed) continue;
        has_other_areas = has_other_areas || wanted.noun == Noun::area;
        if (wanted.noun == Noun::activity) uids.insert(uid_hash(plan_.activities[wanted.place]));
    }
    uids.erase(0);
    files::on_all_cores(std::span(wanted_), batch,
                        [&, looks_elsewhere = has_other_event || has_other_areas](std::span<Wanted> some) {
                            Index::Window window;
                            for (Wanted& wanted : some)
                                if (!wanted.parsed && may_be_wrong(wanted, looks_elsewhere, uids, window))
                                    parse(wanted);
                        });
}

bool Reading::may_be_wrong(const Wanted& wanted, bool has_declared_changed, const std::set<std::uint64_t>& uids,
                           Index::Window& window) const {
    const bool has_such_uid = uids.contains(wanted.recalled->uid);
    if (wanted.recalled->is_checked_across && (has_declared_changed || has_such_uid)) return true;
    if (wanted.noun == Noun::crew && model::find(plan_.collaborators, *wanted.id)) return true;
    if (gone_.empty()) return false;
    const auto kept = index_.kept(*wanted.recalled, window);
    return !kept || std::ranges::any_of(referred_to(kept->references),
                                        [&](const std::string& id) { return gone_.contains(id); });
}

bool Reading::is_clean(const Wanted& wanted, const std::set<std::string_view>& wrong) {
    return !wanted.parsed || !wanted.parsed->file || !wrong.contains(wanted.parsed->file->path);
}

// Writing all of it takes as long as reading one file in 25, but once; what is not kept is read by each command to
// come.
bool Reading::is_worth_keeping(const std::set<std::string_view>& wrong) const {
    std::size_t spared = gone_.size();
    for (const Wanted& wanted : wanted_) {
        const bool was_spared = !wanted.parsed && wanted.recalled->is_settled && wanted.stamp == wanted.recalled->stamp;
        spared += !was_spared && is_clean(wanted, wrong) && is_settled(wanted) ? 1 : 0;
    }
    // What is about to be changed gives its folder another stamp.
    const bool stays = directory_.store().access() == files::Access::read;
    for (const Noun noun : folder_nouns) {
        const auto& folder = directory_.known_folder(noun);
        const bool was_known = index_.folder(noun) && folder && index_.folder(noun)->stamp == folder->stamp &&
                               index_.folder(noun)->is_settled;
        // Listing a folder costs about what reading one in 20 of its files does.
        if (stays && folder && folder->is_settled && !was_known) spared += directory_.ids(noun).size() / 20 + 1;
    }
    return spared * 200 > wanted_.size();
}

void Reading::keep(const RecordFile& event, const text::Problems& problems) {
    std::set<std::string_view> wrong;
    for (const text::Problem& problem : problems) wrong.insert(problem.place.file);
    if (!directory_.has_index() || !is_worth_keeping(wrong)) return;
    IndexDraft draft(files::content_hash(event.text), index_);
    for (const Noun noun : folder_nouns)
        if (const auto& folder = directory_.known_folder(noun)) draft.add(noun, *folder);
    for (const Wanted& wanted : wanted_) add(draft, wanted, is_clean(wanted, wrong));
    directory_.keep(draft);
}

void Reading::add(IndexDraft& draft, const Wanted& wanted, bool is_clean) const {
    // What was left out has been read, if at all, only to say what is wrong with it.
    const bool is_fresh = wanted.parsed && !wanted.is_left_out;
    Recalled record = is_fresh ? wanted.parsed->recalled : *wanted.recalled;
    record.stamp = wanted.stamp.value_or(files::Stamp{});
    record.is_settled = is_settled(wanted);
    record.is_clean = is_clean && (is_fresh || record.is_clean);
    if (!is_fresh) return draft.keep(wanted.noun, *wanted.id, record);
    draft.add(wanted.noun, *wanted.id, record, wanted.parsed->bytes);
}

}  // namespace backops::event
