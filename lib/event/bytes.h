#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace backops::event {

// How values of the model become bytes and values again: numbers as this machine has them, texts and lists behind their
// length. A struct names its members once, in a `members(archive, value)` that both directions call.

/// Appends values to a string.
class ToBytes {
  public:
    template <class... T>
    void operator()(const T&... values) {
        (put(values), ...);
    }
    std::string take() { return std::move(bytes_); }

  private:
    template <class T>
    void put(const T& value) {
        if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>)
            bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
        else
            members(*this, const_cast<T&>(value));
    }
    void put(const std::string& text) {
        put(static_cast<std::uint32_t>(text.size()));
        bytes_ += text;
    }
    template <class T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) put(*value);
    }
    template <class T>
    void put(const std::vector<T>& values) {
        put(static_cast<std::uint32_t>(values.size()));
        for (const T& value : values) put(value);
    }
    template <class A, class B>
    void put(const std::pair<A, B>& value) {
        put(value.first);
        put(value.second);
    }

    std::string bytes_;
};

/// Takes them out again. Never reads past the end, whatever the bytes are: then it has failed, and values are what they
/// were or empty.
class FromBytes {
  public:
    explicit FromBytes(std::string_view bytes) : rest_(bytes) {}

    template <class... T>
    void operator()(T&... values) {
        (take(values), ...);
    }
    bool has_failed() const { return has_failed_; }
    /// All of it was taken, and it was enough.
    bool is_whole() const { return !has_failed_ && rest_.empty(); }
    /// For a value that cannot be.
    void fail() {
        has_failed_ = true;
        rest_ = {};
    }

  private:
    template <class T>
    void take(T& value) {
        if constexpr (std::is_same_v<T, bool>) {
            std::uint8_t byte = 0;
            take(byte);
            value = byte != 0;
        } else if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
            if (rest_.size() < sizeof value) return fail();
            std::memcpy(&value, rest_.data(), sizeof value);
            rest_.remove_prefix(sizeof value);
        } else {
            members(*this, value);
        }
    }
    void take(std::string& text) {
        const std::size_t size = length();
        text.assign(rest_.data(), size);
        rest_.remove_prefix(size);
    }
    template <class T>
    void take(std::optional<T>& value) {
        bool has_value = false;
        take(has_value);
        value.reset();
        if (has_value) take(value.emplace());
    }
    template <class T>
    void take(std::vector<T>& values) {
        // One at a time: a wrong length must not ask for memory that the bytes do not fill.
        values.clear();
        for (std::size_t left = length(); left > 0 && !has_failed_; --left) take(values.emplace_back());
    }
    template <class A, class B>
    void take(std::pair<A, B>& value) {
        take(value.first);
        take(value.second);
    }
    /// Of what follows; 0 when there are fewer bytes than that.
    std::size_t length() {
        std::uint32_t size = 0;
        take(size);
        if (size > rest_.size()) fail();
        return has_failed_ ? 0 : size;
    }

    std::string_view rest_;
    bool has_failed_ = false;
};

}  // namespace backops::event
