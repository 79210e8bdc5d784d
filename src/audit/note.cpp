#include "audit/note.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <sodium.h>

#include "audit/file.h"
#include "base/check.h"

namespace lots::audit {

namespace {

constexpr std::uint8_t ed25519 = 0x01;
constexpr std::string_view dash = "\xe2\x80\x94 ";  // an em dash and a space begin a signature line
constexpr std::string_view private_key = "PRIVATE+KEY+";
constexpr std::size_t id_bytes = 4;

Bytes with_type(ByteSpan key)
{
    Bytes typed(1 + key.size(), ed25519);
    std::copy(key.begin(), key.end(), typed.begin() + 1);
    return typed;
}

/// The first four bytes of SHA-256(name || newline || 0x01 || public key).
Bytes key_id(std::string_view name, ByteSpan public_key)
{
    Bytes named(name.begin(), name.end());
    named.push_back('\n');
    const auto typed = with_type(public_key);
    named.insert(named.end(), typed.begin(), typed.end());
    Hash hash;
    crypto_hash_sha256(hash.data(), named.data(), named.size());
    return {hash.begin(), hash.begin() + id_bytes};
}

Bytes public_key_of(const vault::SecretKey& seed)
{
    Bytes public_key(crypto_sign_PUBLICKEYBYTES);
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> whole;
    crypto_sign_seed_keypair(public_key.data(), whole.data(), seed.bytes().data());
    sodium_memzero(whole.data(), whole.size());
    return public_key;
}

/// Cuts off and returns what stands before the first `mark`. None when there is no mark.
std::optional<std::string_view> cut(std::string_view& text, char mark)
{
    const auto at = text.find(mark);
    if (at == std::string_view::npos) return std::nullopt;
    const auto before = text.substr(0, at);
    text.remove_prefix(at + 1);
    return before;
}

/// The 32 bytes of "name+id+base64(0x01 || bytes)", and its name and id.
struct Encoded {
    std::string_view name;
    Bytes id;
    Bytes key;
};
std::optional<Encoded> decode(std::string_view text)
{
    const auto name = cut(text, '+');
    const auto id = cut(text, '+');
    if (!name || !id || !may_be_key_name(*name)) return std::nullopt;
    auto id_read = from_hex(*id);
    auto key = from_base64(text);
    const bool good = id_read && id_read->size() == id_bytes && key && key->size() == 33 && key->front() == ed25519;
    if (key && !good) sodium_memzero(key->data(), key->size());
    if (!good) return std::nullopt;
    Encoded encoded{*name, std::move(*id_read), Bytes(key->begin() + 1, key->end())};
    sodium_memzero(key->data(), key->size());
    return encoded;
}

bool may_be_note_text(std::string_view text)
{
    return !text.empty() && text.back() == '\n' &&
           std::none_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < 0x20 && c != '\n') || c == 0x7f; });
}

}  // namespace

bool may_be_key_name(std::string_view name)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '+'; });
}

NoteVerifier::NoteVerifier(std::string name, ByteSpan public_key)
    : name_(std::move(name)), public_key_(public_key.begin(), public_key.end()), key_id_(key_id(name_, public_key))
{}

std::optional<NoteVerifier> NoteVerifier::parse(std::string_view vkey)
{
    // The file that holds a key ends its only line.
    if (!vkey.empty() && vkey.back() == '\n') vkey.remove_suffix(1);
    const auto encoded = decode(vkey);
    if (!encoded) return std::nullopt;
    NoteVerifier verifier(std::string(encoded->name), encoded->key);
    if (verifier.key_id_ != encoded->id) return std::nullopt;
    return verifier;
}

std::string NoteVerifier::vkey() const
{
    return name_ + "+" + to_hex(key_id_) + "+" + to_base64(with_type(public_key_));
}

std::optional<std::string> NoteVerifier::open(std::string_view note) const
{
    // The signatures begin after the last empty line; the text keeps its own last newline.
    const auto split = note.rfind("\n\n");
    if (split == std::string_view::npos || note.back() != '\n') return std::nullopt;
    const auto text = note.substr(0, split + 1);
    auto lines = note.substr(split + 2);
    if (lines.empty() || !may_be_note_text(text)) return std::nullopt;

    bool signed_by_us = false;
    while (!lines.empty()) {
        auto line = *cut(lines, '\n');
        if (!line.starts_with(dash)) return std::nullopt;
        line.remove_prefix(dash.size());
        const auto name = cut(line, ' ');
        const auto signature = from_base64(line);
        if (!name || !may_be_key_name(*name) || !signature || signature->size() <= id_bytes) return std::nullopt;
        if (*name != name_ || !std::equal(key_id_.begin(), key_id_.end(), signature->begin())) continue;
        if (signature->size() != id_bytes + crypto_sign_BYTES ||
            crypto_sign_verify_detached(signature->data() + id_bytes, bytes_of(text).data(), text.size(), public_key_.data()) != 0)
            return std::nullopt;
        signed_by_us = true;
    }
    if (!signed_by_us) return std::nullopt;
    return std::string(text);
}

NoteSigner::NoteSigner(std::string_view name, std::unique_ptr<vault::SecretKey> seed)
    : seed_(std::move(seed)), verifier_(std::string(name), public_key_of(*seed_))
{
    check(may_be_key_name(name), "the log's origin has no white space and no plus");
}

NoteSigner NoteSigner::load(const std::filesystem::path& file)
{
    auto text = read_secret_file(file, 512);
    std::string_view key = text;
    if (key.ends_with('\n')) key.remove_suffix(1);
    std::optional<Encoded> encoded;
    if (key.starts_with(private_key)) encoded = decode(key.substr(private_key.size()));
    std::optional<NoteSigner> signer;
    if (encoded) {
        signer.emplace(encoded->name, std::make_unique<vault::SecretKey>(encoded->key));
        sodium_memzero(encoded->key.data(), encoded->key.size());
    }
    const bool right = signer && signer->verifier_.key_id_ == encoded->id;
    sodium_memzero(text.data(), text.size());
    if (!right) throw std::runtime_error(file.string() + ": is not a signing key of the log");
    return std::move(*signer);
}

void NoteSigner::save(const std::filesystem::path& file) const
{
    auto typed = with_type(seed_->bytes());
    auto secret = to_base64(typed);
    auto text = std::string(private_key) + verifier_.name_ + "+" + to_hex(verifier_.key_id_) + "+" + secret + "\n";
    try {
        make_secret_file(file, text);
    } catch (...) {
        sodium_memzero(text.data(), text.size());
        throw;
    }
    for (const auto& [data, size] : {std::pair<void*, std::size_t>{typed.data(), typed.size()}, {secret.data(), secret.size()},
                                     {text.data(), text.size()}})
        sodium_memzero(data, size);
}

std::string NoteSigner::sign(std::string_view text) const
{
    check(may_be_note_text(text), "a note is text that ends in a newline");
    // libsodium's secret key is the seed and the public key, which we have: computing it anew would cost as much as signing.
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> whole;
    static_assert(crypto_sign_SECRETKEYBYTES == vault::key_bytes + crypto_sign_PUBLICKEYBYTES);
    std::copy(seed_->bytes().begin(), seed_->bytes().end(), whole.begin());
    std::copy(verifier_.public_key_.begin(), verifier_.public_key_.end(), whole.begin() + vault::key_bytes);
    Bytes signature = verifier_.key_id_;
    signature.resize(id_bytes + crypto_sign_BYTES);
    crypto_sign_detached(signature.data() + id_bytes, nullptr, bytes_of(text).data(), text.size(), whole.data());
    sodium_memzero(whole.data(), whole.size());
    return std::string(text) + "\n" + std::string(dash) + verifier_.name_ + " " + to_base64(signature) + "\n";
}

std::string Checkpoint::text() const
{
    return origin + "\n" + std::to_string(size) + "\n" + to_base64(root) + "\n";
}

std::optional<Checkpoint> Checkpoint::parse(std::string_view text)
{
    const auto origin = cut(text, '\n');
    const auto size = cut(text, '\n');
    const auto root = cut(text, '\n');
    if (!root || origin->empty() || size->empty() || (size->size() > 1 && size->front() == '0')) return std::nullopt;
    Checkpoint checkpoint;
    checkpoint.origin = *origin;
    const auto read = std::from_chars(size->data(), size->data() + size->size(), checkpoint.size);
    if (read.ec != std::errc{} || read.ptr != size->data() + size->size()) return std::nullopt;
    const auto bytes = from_base64(*root);
    const auto hash = bytes ? hash_of(*bytes) : std::nullopt;
    if (!hash) return std::nullopt;
    checkpoint.root = *hash;
    return checkpoint;
}

}  // namespace lots::audit
