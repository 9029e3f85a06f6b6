#include "files/on_all_cores.h"

#include <doctest/doctest.h>

#include <numeric>
#include <stdexcept>

namespace backops::files {

TEST_CASE("every part is worked on once, whatever its size") {
    for (const std::size_t size : {1, 3, 64, 1000, 5000}) {
        std::vector<int> all(1000);
        on_all_cores(std::span(all), size, [](std::span<int> some) {
            for (int& one : some) ++one;
        });
        CHECK(all == std::vector<int>(1000, 1));
    }
    std::vector<int> none;
    on_all_cores(std::span(none), 1, [](std::span<int>) { FAIL("there is nothing to do"); });
}

TEST_CASE("what is made of things stands in their order") {
    std::vector<int> things(5000);
    std::iota(things.begin(), things.end(), 0);
    const auto made = made_on_all_cores(std::span<const int>(things), 7, [](int thing) { return thing + 1; });
    std::iota(things.begin(), things.end(), 1);
    CHECK(made == things);
}

TEST_CASE("an exception of any part is the caller's") {
    std::vector<int> all(1000);
    for (const std::size_t wrong : {0, 1, 999})
        CHECK_THROWS_WITH(on_all_cores(std::span(all), 1,
                                       [&](std::span<int> some) {
                                           if (&some[0] == &all[wrong]) throw std::runtime_error("gone");
                                       }),
                          "gone");
}

}  // namespace backops::files
