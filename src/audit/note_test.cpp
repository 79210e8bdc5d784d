#include "audit/note.h"

#include <doctest/doctest.h>

#include "support/places.h"

using namespace lots;
using namespace lots::audit;

namespace {

// The example of golang.org/x/mod/sumdb/note: a public and a published "private" key, a text and its signature.
constexpr auto known_vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr auto known_seed = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const std::string known_text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const std::string known_note = known_text + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdng"
                                            "otpRZb6KE6RyyBwJnAM=\n";

NoteSigner known_signer()
{
    const auto typed = *from_base64(known_seed);
    return NoteSigner("PeterNeumann", std::make_unique<vault::SecretKey>(ByteSpan(typed).subspan(1)));
}

}  // namespace

TEST_CASE("signed-note The known example is made to the byte, and opened")
{
    const auto signer = known_signer();
    CHECK(signer.verifier().vkey() == known_vkey);
    CHECK(signer.sign(known_text) == known_note);
    CHECK(NoteVerifier::parse(known_vkey)->open(known_note) == known_text);
}

TEST_CASE("signed-note A note with any byte changed does not open")
{
    const auto verifier = *NoteVerifier::parse(known_vkey);
    for (std::size_t at = 0; at < known_note.size(); ++at) {
        auto changed = known_note;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CAPTURE(at);
        CHECK_FALSE(verifier.open(changed));
        CHECK_FALSE(verifier.open(known_note.substr(0, at)));
    }
}

TEST_CASE("signed-note Lines of other keys are passed over, but somebody must be known")
{
    const auto verifier = *NoteVerifier::parse(known_vkey);
    SystemRandom random;
    auto seed = std::make_unique<vault::SecretKey>();
    random.fill(seed->bytes());
    const NoteSigner witness("witness.example.se/w", std::move(seed));
    const auto other_note = witness.sign(known_text);
    CHECK_FALSE(verifier.open(other_note));
    const auto other_line = other_note.substr(known_text.size() + 1);
    CHECK(verifier.open(known_note + other_line) == known_text);
    CHECK(witness.verifier().open(known_note + other_line) == known_text);
    CHECK_FALSE(verifier.open(known_note + "no signature line\n"));
}

TEST_CASE("signed-note A verifier key must be of its own name and key")
{
    CHECK_FALSE(NoteVerifier::parse(""));
    CHECK_FALSE(NoteVerifier::parse("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"));
    CHECK_FALSE(NoteVerifier::parse("PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"));
    CHECK_FALSE(NoteVerifier::parse("PeterNeumann+c74f20a3+AhpZ2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"));
    CHECK_FALSE(NoteVerifier::parse("PeterNeumann+c74f20a3"));
    CHECK(NoteVerifier::parse(std::string(known_vkey) + "\n"));
    CHECK_FALSE(NoteVerifier::parse(std::string(known_vkey) + "\n\n"));
    CHECK_FALSE(NoteVerifier::parse("\n" + std::string(known_vkey)));
    CHECK_FALSE(may_be_key_name("with space"));
    CHECK_FALSE(may_be_key_name("with+plus"));
    CHECK_FALSE(may_be_key_name(""));
}

TEST_CASE("The signing key is kept in a file for the service alone, and never overwritten")
{
    const test::Folder folder;
    const auto file = folder.path() / "signing.key";
    const auto signer = known_signer();
    signer.save(file);
    CHECK(std::filesystem::status(file).permissions() == std::filesystem::perms(0600));
    CHECK(NoteSigner::load(file).sign(known_text) == known_note);
    CHECK_THROWS(signer.save(file));
    std::filesystem::permissions(file, std::filesystem::perms(0644));
    CHECK_THROWS(NoteSigner::load(file));
}

TEST_CASE("tlog-checkpoint A checkpoint is three lines, and strictly read")
{
    Checkpoint checkpoint{"lots.example.se/log", 42, {}};
    checkpoint.root.fill(7);
    const auto text = checkpoint.text();
    CHECK(text == "lots.example.se/log\n42\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n");
    const auto read = Checkpoint::parse(text);
    REQUIRE(read);
    CHECK(read->origin == checkpoint.origin);
    CHECK(read->size == 42);
    CHECK(read->root == checkpoint.root);
    CHECK(Checkpoint::parse(text + "an extension line\n"));
    for (const std::string wrong : {"", "a\n1\n", "a\n01\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n", "a\n-1\nBwc=\n", "a\n1\nBwc=\n",
                                    "a\n99999999999999999999\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n",
                                    "\n1\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n"}) {
        CAPTURE(wrong);
        CHECK_FALSE(Checkpoint::parse(wrong));
    }
}
