#include "organisation/password.h"

#include <doctest/doctest.h>

#include <string>

using lots::organisation::fault_in_password;

namespace {

std::string fault(std::string_view handle, std::string_view password)
{
    const auto found = fault_in_password(handle, password);
    return found ? std::string(found->name()) : std::string{};
}

}  // namespace

TEST_CASE("A password of twelve characters that nobody expects is taken, whatever characters it is made of")
{
    CHECK(fault("sara.lind", "gron bat kaj") == "");
    CHECK(fault("sara.lind", "åäöåäöÅÄÖxyz") == "");
    CHECK(fault("sara.lind", "korrekt häst batteri häftklammer") == "");
}

TEST_CASE("A password is at least twelve characters, counted as letters and not as bytes")
{
    CHECK(fault("sara.lind", "gron bat ka") == "organisation.password.short");
    CHECK(fault("sara.lind", "åäöåäöåäöåä") == "organisation.password.short");   // 11 letters, 22 bytes
    CHECK(fault("sara.lind", "           gron           ") == "organisation.password.short");
    CHECK(fault("sara.lind", std::string(201, 'a') + "bcdefgh") == "organisation.password.long");
}

TEST_CASE("The sign-in name is not a part of the password")
{
    CHECK(fault("sara.lind", "sara.lind.2026") == "organisation.password.name");
    CHECK(fault("sara.lind", "xxSaraLind2026") == "organisation.password.name");
    CHECK(fault("petra.dahl", "xxSaraLind2026") == "");
}

TEST_CASE("What guessers try first is refused, also with a year and a sign after it")
{
    for (const auto* common : {"Sommaren2026!!", "Lösenordet123", "password12345", "Välkommen2026!", "aaaaaaaaaaaaaa", "123456789012",
                               "abcdefghijkl", "121212121212"})
        CHECK(fault("sara.lind", common) == "organisation.password.common");
}

TEST_CASE("A password that is not text is refused")
{
    CHECK(fault("sara.lind", std::string("gron bat langs kaj\n hej")) == "organisation.password.unreadable");
    CHECK(fault("sara.lind", "gron bat langs kaj\xff") == "organisation.password.unreadable");
}
