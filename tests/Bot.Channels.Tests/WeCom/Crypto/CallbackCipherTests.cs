using Bot.Channels.WeCom;

namespace Bot.Channels.Tests.WeCom;

public sealed class CallbackCipherTests
{
    private const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    [Theory]
    [MemberData(nameof(CallbackVector.SignedIds), MemberType = typeof(CallbackVector))]
    public void Cipher_signs_as_the_platform_does(string id)
    {
        var vector = CallbackVector.Of(id);
        var cipher = CipherOf(vector);

        cipher.Sign(vector.Timestamp!, vector.Nonce!, vector.Encrypt).ShouldBe(vector.Signature);
        cipher.IsSigned(vector.Signature!, vector.Timestamp!, vector.Nonce!, vector.Encrypt).ShouldBeTrue();
        cipher.IsSigned(vector.Signature!.ToUpperInvariant(), vector.Timestamp!, vector.Nonce!, vector.Encrypt).ShouldBeFalse();
        cipher.IsSigned("", vector.Timestamp!, vector.Nonce!, vector.Encrypt).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(CallbackVector.Ids), MemberType = typeof(CallbackVector))]
    public void Cipher_opens_what_the_platform_sealed(string id)
    {
        var vector = CallbackVector.Of(id);

        CipherOf(vector).TryOpen(vector.Encrypt, out var message).ShouldBeNull();

        message.ShouldBe(vector.Plaintext);
    }

    [Theory]
    [MemberData(nameof(CallbackVector.Ids), MemberType = typeof(CallbackVector))]
    public void Cipher_seals_byte_for_byte_as_the_platform_does(string id)
    {
        var vector = CallbackVector.Of(id);

        CipherOf(vector).Seal(vector.Plaintext, Convert.FromHexString(vector.Random16Hex)).ShouldBe(vector.Encrypt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("好")]
    [InlineData("0123456789012345678901234567")]
    public void Cipher_opens_what_it_sealed_and_never_seals_twice_alike(string message)
    {
        var cipher = new CallbackCipher("token", Key, "");

        var (first, second) = (cipher.Seal(message), cipher.Seal(message));

        first.ShouldNotBe(second);
        cipher.TryOpen(first, out var opened).ShouldBeNull();
        opened.ShouldBe(message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2")]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2CC")]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2-")]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2 B2")]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2=")]
    public void Key_that_is_none_is_told_from_one(string? key)
    {
        CallbackCipher.IsKey(key).ShouldBeFalse();
        CallbackCipher.IsKey(Key).ShouldBeTrue(); // its last character has bits that no byte holds
    }

    private static CallbackCipher CipherOf(CallbackVector vector) => new(vector.Token, vector.EncodingAesKey, vector.ReceiveId);
}
