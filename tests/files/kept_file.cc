#include "files/kept_file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "files/descriptor.h"

namespace backops::files {
namespace {

/// Parts of all sizes, some of them empty, more than one call of the system takes, and what they are together.
struct Parts {
    std::vector<std::string> texts;
    std::vector<std::string_view> views;
    std::string all;

    Parts() {
        constexpr std::size_t count = 3000;
        for (std::size_t i = 0; i < count; ++i)
            texts.emplace_back(i % 7 == 0 ? 0 : i % 100 == 1 ? 70'000 : i % 50, static_cast<char>('a' + i % 26));
        for (const std::string& text : texts) {
            views.emplace_back(text);
            all += text;
        }
    }
};

TEST_CASE("what is kept in parts is read as one") {
    char folder[] = "/tmp/backops-kept-XXXXXX";
    REQUIRE(mkdtemp(folder) != nullptr);
    const std::string path = std::string(folder) + "/new/a.index";
    const Parts parts;
    keep(path, parts.views);
    KeptBytes kept = open_kept(path);
    REQUIRE(kept.read_first(parts.all.size()));
    CHECK(kept.read() == parts.all);
    keep(path, {});
    CHECK(open_kept(path).size() == 0);
    std::filesystem::remove_all(folder);
}

TEST_CASE("parts arrive whole where only some bytes are taken at a time") {
    int ends[2];
    REQUIRE(pipe2(ends, O_CLOEXEC) == 0);
    const Descriptor from(ends[0]);
    Descriptor to(ends[1]);
    const Parts parts;
    std::string got;
    std::jthread reader([&] {
        std::array<char, 1000> buffer{};
        for (ssize_t size = 0; (size = read(from.number(), buffer.data(), buffer.size())) > 0;)
            got.append(buffer.data(), static_cast<std::size_t>(size));
    });
    write_all(to.number(), parts.views);
    to = Descriptor();
    reader.join();
    CHECK(got == parts.all);
}

}  // namespace
}  // namespace backops::files
