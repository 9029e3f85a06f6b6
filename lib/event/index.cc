#include "event/index.h"

#include <algorithm>
#include <cstring>

#include "event/bytes.h"

// Found where the archives look for them: beside the types.
namespace backops::files {

template <class Archive>
void members(Archive& archive, Stamp& stamp) {
    archive(stamp.device, stamp.inode, stamp.size, stamp.modified, stamp.changed);
}

template <class Archive>
void members(Archive& archive, Hash& hash) {
    archive(hash.high, hash.low);
}

}  // namespace backops::files

namespace backops::event {

template <class Archive>
void members(Archive& archive, KnownFolder& folder) {
    archive(folder.stamp, folder.is_settled);
}

namespace {

/// Changes when anything in the layout of these bytes does; `sizeof` and the number tell other machines apart.
constexpr std::uint64_t layout = 0x6261636b6f700300U + sizeof(Recalled);
constexpr std::size_t fixed = 4 * sizeof(std::uint64_t);  ///< layout, check, size of the head, size of the whole

/// What comes before the records themselves.
struct Head {
    std::string identity;
    files::Hash event;
    std::vector<std::optional<KnownFolder>> folders;
    std::vector<std::uint32_t> counts;
    std::uint32_t ids = 0;
};

template <class Archive>
void members(Archive& archive, Head& head) {
    archive(head.identity, head.event, head.folders, head.counts, head.ids);
}

std::uint64_t number_at(std::string_view bytes, std::size_t place) {
    std::uint64_t number = 0;
    std::memcpy(&number, bytes.data() + place * sizeof number, sizeof number);
    return number;
}

void add_number(std::string& bytes, std::uint64_t number) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

/// What of the head comes before the records is as long as a multiple of this: they are read where they stand.
constexpr std::size_t aligned = 2 * alignof(std::uint64_t);
static_assert(alignof(Recalled) <= aligned && fixed % aligned == 0 && std::is_trivially_copyable_v<Recalled>);

/// A few dozen records, which stay in the processor's own memory.
constexpr std::uint64_t read_at_once = 32 * 1024;

std::uint64_t check_of(std::string_view bytes) { return files::content_hash(bytes).low; }

}  // namespace

Index::Index(files::KeptBytes bytes, std::string_view identity) : bytes_(std::move(bytes)) {
    if (!read_head(identity)) *this = Index();
}

bool Index::read_head(std::string_view identity) {
    if (!bytes_.read_first(fixed)) return false;
    if (number_at(bytes_.read(), 0) != layout || number_at(bytes_.read(), 3) != bytes_.size()) return false;
    const std::uint64_t head_size = number_at(bytes_.read(), 2);
    if (head_size > bytes_.size() - fixed || !bytes_.read_first(fixed + head_size)) return false;
    const std::string_view head = bytes_.read().substr(0, fixed + head_size);
    if (check_of(head.substr(2 * sizeof(std::uint64_t))) != number_at(head, 1)) return false;
    return read_head(head.substr(fixed), identity);
}

bool Index::read_head(std::string_view rest, std::string_view identity) {
    // The size of what comes before the records, then that.
    std::uint64_t variable = 0;
    if (rest.size() < sizeof variable) return false;
    std::memcpy(&variable, rest.data(), sizeof variable);
    if (variable < sizeof variable || variable > rest.size() || variable % aligned != 0) return false;
    Head head;
    FromBytes archive(rest.substr(sizeof variable, variable - sizeof variable));
    archive(head);
    rest.remove_prefix(variable);
    if (archive.has_failed() || head.identity != identity || head.folders.size() != nouns ||
        head.counts.size() != nouns)
        return false;

    event_ = head.event;
    std::ranges::copy(head.folders, folders_.begin());
    for (std::size_t noun = 0; noun < nouns; ++noun) {
        if (head.counts[noun] > rest.size() / sizeof(Recalled)) return false;
        records_[noun] = {reinterpret_cast<const Recalled*>(rest.data()), head.counts[noun]};
        rest.remove_prefix(records_[noun].size_bytes());
    }
    if (head.ids != rest.size()) return false;
    ids_ = static_cast<std::size_t>(rest.data() - bytes_.read().data());
    ids_end_ = ids_ + rest.size();
    return true;
}

std::span<const Recalled> Index::of(Noun noun) const { return records_[static_cast<std::size_t>(noun)]; }

std::string_view Index::id(const Recalled& record) const {
    if (record.id + std::size_t{record.id_size} > ids_end_ - ids_) return {};
    return bytes_.read().substr(ids_ + record.id, record.id_size);
}

std::optional<Index::Kept> Index::kept(const Recalled& record, Window& window) const {
    const std::uint64_t size = std::uint64_t{record.references} + record.record;
    if (size > kept_size() || record.begin > kept_size() - size) return std::nullopt;
    const bool is_there = window.begin <= record.begin && record.begin + size <= window.begin + window.bytes.size();
    if (!is_there) {
        window.begin = record.begin;
        window.bytes.resize(std::max(size, std::min<std::uint64_t>(read_at_once, kept_size() - record.begin)));
        if (!bytes_.copy(ids_end_ + record.begin, window.bytes)) window.bytes.clear();
        if (window.bytes.size() < size) return std::nullopt;
    }
    const std::string_view all(window.bytes.data() + (record.begin - window.begin), size);
    if (check_of(all) != record.check) return std::nullopt;
    return Kept{all.substr(0, record.references), all.substr(record.references)};
}

bool Index::is_mostly_dead() const {
    std::uint64_t alive = 0;
    for (const auto& of_noun : records_)
        for (const Recalled& record : of_noun) alive += std::uint64_t{record.references} + record.record;
    return alive < kept_size() / 2;
}

std::string_view Index::records_to_keep() {
    if (empty() || is_mostly_dead() || !bytes_.read_first(bytes_.size())) return {};
    return bytes_.read().substr(ids_end_);
}

IndexDraft::IndexDraft(files::Hash event, Index& older) : event_(event), older_(older) {
    const std::string_view along = older.records_to_keep();
    takes_along_ = !along.empty();
    if (takes_along_) kept_.push_back(along);
    kept_size_ = along.size();
}

void IndexDraft::append(Noun noun, std::string_view id, Recalled record) {
    record.id = static_cast<std::uint32_t>(ids_.size());
    record.id_size = static_cast<std::uint8_t>(id.size());
    ids_ += id;
    records_[static_cast<std::size_t>(noun)].push_back(record);
}

void IndexDraft::add(Noun noun, std::string_view id, Recalled record, std::string_view bytes) {
    record.begin = kept_size_;
    kept_.push_back(bytes);
    kept_size_ += bytes.size();
    append(noun, id, record);
}

void IndexDraft::keep(Noun noun, std::string_view id, Recalled record) {
    if (takes_along_) return append(noun, id, record);
    copied_.push_back(bytes_to_keep(record, older_.kept(record, window_).value_or(Index::Kept{})));
    add(noun, id, record, copied_.back());
}

std::string IndexDraft::head(std::string_view identity) const {
    Head head{
        std::string(identity), event_, {folders_.begin(), folders_.end()}, {}, static_cast<std::uint32_t>(ids_.size())};
    std::size_t records = 0;
    for (const auto& of_noun : records_) {
        head.counts.push_back(static_cast<std::uint32_t>(of_noun.size()));
        records += of_noun.size();
    }
    ToBytes archive;
    archive(head);
    std::string variable = archive.take();
    while ((sizeof(std::uint64_t) + variable.size()) % aligned != 0) variable += '\0';

    const std::uint64_t before_records = sizeof(std::uint64_t) + variable.size();
    const std::size_t head_size = before_records + records * sizeof(Recalled) + ids_.size();
    std::string bytes;
    bytes.reserve(fixed + head_size);
    add_number(bytes, layout);
    add_number(bytes, 0);
    add_number(bytes, head_size);
    add_number(bytes, fixed + head_size + kept_size_);
    add_number(bytes, before_records);
    bytes += variable;
    for (const auto& of_noun : records_)
        bytes.append(reinterpret_cast<const char*>(of_noun.data()), of_noun.size() * sizeof(Recalled));
    bytes += ids_;
    const std::uint64_t check = check_of(std::string_view(bytes).substr(2 * sizeof check));
    std::memcpy(bytes.data() + sizeof check, &check, sizeof check);
    return bytes;
}

std::string bytes_to_keep(Recalled& recalled, const Index::Kept& kept) {
    std::string bytes;
    bytes.reserve(kept.references.size() + kept.record.size());
    bytes.append(kept.references).append(kept.record);
    recalled.references = static_cast<std::uint32_t>(kept.references.size());
    recalled.record = static_cast<std::uint32_t>(kept.record.size());
    recalled.check = check_of(bytes);
    return bytes;
}

}  // namespace backops::event
