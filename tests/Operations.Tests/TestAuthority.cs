using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Logistics.Operations.Tests;

/// <summary>An authority of the test's own, that signs certificates of servers.</summary>
sealed class TestAuthority : IDisposable
{
    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly X509Certificate2 own;

    public TestAuthority()
    {
        var request = new CertificateRequest("CN=Authority of a test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        own = request.CreateSelfSigned(Yesterday, Yesterday.AddDays(30));
    }

    public string Pem => own.ExportCertificatePem();

    static DateTimeOffset Yesterday => TimeProvider.System.GetUtcNow().AddDays(-1);

    /// <summary>A certificate and its private key, as PEM.</summary>
    public (string Certificate, string Key) Sign(string host)
    {
        using var hostKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", hostKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var signed = request.Create(own, Yesterday, Yesterday.AddDays(20), RandomNumberGenerator.GetBytes(8));
        return (signed.ExportCertificatePem(), hostKey.ExportPkcs8PrivateKeyPem());
    }

    public void Dispose()
    {
        own.Dispose();
        key.Dispose();
    }
}
