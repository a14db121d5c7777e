using System.Text.Json.Nodes;
using Logistics.AllInOne;
using Logistics.Hosting;
using Logistics.Hosting.Health;
using Logistics.Testing;
using Microsoft.Extensions.Hosting;

namespace Logistics.Operations.Tests;

/// <summary>What kustomize makes of <c>deploy/kubernetes</c>, held against the programs, their image, and itself.</summary>
public sealed class KubernetesTests
{
    static readonly string[] Programs = [.. AllServices.Define().Select(service => service.Name)];

    [Theory]
    [InlineData("base")]
    [InlineData("production")]
    public async Task Every_program_runs_twice_or_more_and_is_found_kept_and_scaled_by_its_name(string overlay)
    {
        var objects = await Build(overlay);

        Assert.Equal(Programs.Order(StringComparer.Ordinal), Of("Deployment", objects).Select(Name).Order(StringComparer.Ordinal));
        Assert.All(Programs, program =>
        {
            var labels = Only("Deployment", program, objects)["spec"]!["template"]!["metadata"]!["labels"]!;
            Assert.True(Selects(Only("Service", program, objects)["spec"]!["selector"]!, labels));
            Assert.True(Selects(Only("Deployment", program, objects)["spec"]!["selector"]!["matchLabels"]!, labels));
            Assert.True(Selects(Only("PodDisruptionBudget", program, objects)["spec"]!["selector"]!["matchLabels"]!, labels));
            var scaling = Only("HorizontalPodAutoscaler", program, objects)["spec"]!;
            Assert.Equal(("Deployment", program), ((string)scaling["scaleTargetRef"]!["kind"]!, (string)scaling["scaleTargetRef"]!["name"]!));
            Assert.InRange(Number(scaling["minReplicas"]), 2, Number(scaling["maxReplicas"]));
        });
    }

    [Theory]
    [InlineData("base")]
    [InlineData("production")]
    public async Task Every_variable_is_a_setting_of_its_program_and_every_folder_that_one_names_is_mounted(string overlay)
    {
        var objects = await Build(overlay);

        Assert.All(AllServices.Define(), program =>
        {
            var variables = Variables(program.Name, objects);
            DeployedSettings.AreKnown(program, variables);
            var mounts = Container(program.Name, objects)["volumeMounts"].Objects().ToDictionary(mount => (string)mount["mountPath"]!, mount => (string)mount["name"]!, StringComparer.Ordinal);
            Assert.Equal("settings", mounts[variables["LOGISTICS_SECRETS"]]);
            Assert.Equal($"{program.Name}-settings", (string?)Volume(program.Name, "settings", objects)["secret"]!["secretName"]);
            if (variables.TryGetValue("LOGISTICS_BROKER_CA", out var authority))
                Assert.Contains(Path.GetDirectoryName(authority)!, mounts.Keys);
            Assert.All(mounts.Values, volume => Assert.NotNull(Volume(program.Name, volume, objects)));
        });
    }

    [Theory]
    [InlineData("base")]
    [InlineData("production")]
    public async Task No_value_of_a_secret_is_in_the_tree(string overlay) =>
        Assert.DoesNotContain(await Build(overlay), one => (string?)one["kind"] == "Secret");

    [Fact]
    public async Task A_program_is_asked_at_the_routes_and_the_port_that_it_has()
    {
        var objects = await Build("production");

        Assert.All(Programs, program =>
        {
            var container = Container(program, objects);
            var port = container["ports"].Objects().Single();
            Assert.Equal(("http", ImageTests.Port), ((string)port["name"]!, (string)port["containerPort"]!));
            Assert.Equal(("http", ImageTests.Port), (Target(program, objects), (string)Only("Service", program, objects)["spec"]!["ports"]![0]!["port"]!));
            Assert.Equal((HealthProbe.Live, "http"), Probe("startupProbe"));
            Assert.Equal((HealthProbe.Live, "http"), Probe("livenessProbe"));
            Assert.Equal((HealthProbe.Ready, "http"), Probe("readinessProbe"));

            (string Path, string Port) Probe(string name) => ((string)container[name]!["httpGet"]!["path"]!, (string)container[name]!["httpGet"]!["port"]!);
        });
    }

    [Fact]
    public async Task A_program_may_do_nothing_that_it_need_not_and_is_given_the_time_to_end()
    {
        var objects = await Build("production");
        var ending = LogisticsHost.Finishing.TotalSeconds;

        Assert.Equal("restricted", (string?)Only("Namespace", "logistics", objects)["metadata"]!["labels"]!["pod-security.kubernetes.io/enforce"]);
        Assert.All(Programs, program =>
        {
            var pod = Pod(program, objects);
            var container = Container(program, objects);
            var rights = container["securityContext"]!;
            Assert.Equal(("true", "RuntimeDefault"), ((string)pod["securityContext"]!["runAsNonRoot"]!, (string)pod["securityContext"]!["seccompProfile"]!["type"]!));
            Assert.Equal(("true", "false"), ((string)rights["readOnlyRootFilesystem"]!, (string)rights["allowPrivilegeEscalation"]!));
            Assert.Equal(["ALL"], rights["capabilities"]!["drop"].Strings());
            Assert.Equal(("false", "false"), ((string)pod["automountServiceAccountToken"]!, (string)pod["enableServiceLinks"]!));
            Assert.NotNull(container["resources"]!["requests"]!["cpu"]);
            Assert.NotNull(container["resources"]!["limits"]!["memory"]);
            Assert.True(Number(pod["terminationGracePeriodSeconds"]) > Number(container["lifecycle"]!["preStop"]!["sleep"]!["seconds"]) + ending);
        });
    }

    [Fact]
    public async Task Every_image_has_a_version()
    {
        var objects = await Build("production");

        Assert.All(Programs, program => Assert.Matches(ImageTests.Pinned(), (string)Container(program, objects)["image"]!));
    }

    [Fact]
    public async Task Nobody_is_reached_but_over_the_ports_that_the_settings_name()
    {
        var objects = await Build("production");
        var rules = Only("NetworkPolicy", "programs", objects)["spec"]!;

        var nobody = Only("NetworkPolicy", "nobody", objects)["spec"]!;
        Assert.Equal(["Ingress", "Egress"], nobody["policyTypes"].Strings());
        Assert.Equal("{}", nobody["podSelector"]!.ToJsonString());
        Assert.Null(nobody["ingress"] ?? nobody["egress"]);
        Assert.Equal([ImageTests.Port], Ports(rules["ingress"]!));
        var leaves = Ports(rules["egress"]!);
        var asked = Programs.SelectMany(program => Variables(program, objects)).Where(variable => variable.Value.Contains(':', StringComparison.Ordinal) && variable.Key != "LOGISTICS_PUBLIC_ADDRESS");
        Assert.All(asked.SelectMany(variable => variable.Value.Split(',')), address => Assert.Contains(PortOf(address), leaves));
        Assert.Equal(["53", "1433", "4317", "5671", ImageTests.Port], leaves.Order(Comparer<string>.Create((one, other) => int.Parse(one, null).CompareTo(int.Parse(other, null)))));
    }

    [Fact]
    public async Task One_address_leads_to_the_services_by_their_own_routes_and_else_to_the_portal()
    {
        var objects = await Build("production");
        var ingress = Only("Ingress", "logistics", objects)["spec"]!;
        var rule = ingress["rules"].Objects().Single();
        var routes = rule["http"]!["paths"].Objects().ToDictionary(
            path => (string)path["path"]!, path => (string)path["backend"]!["service"]!["name"]!, StringComparer.Ordinal);

        var expected = Programs.ToDictionary(program => program == "portal" ? "/" : $"/{program}", StringComparer.Ordinal);
        Assert.Equal(expected.OrderBy(route => route.Key, StringComparer.Ordinal), routes.OrderBy(route => route.Key, StringComparer.Ordinal));
        Assert.Equal((string?)rule["host"], ingress["tls"]![0]!["hosts"].Strings().Single());
        Assert.Equal($"https://{(string?)rule["host"]}", Variables("portal", objects)["LOGISTICS_PUBLIC_ADDRESS"]);
        Assert.Equal("true", (string?)Only("Service", "portal", objects)["metadata"]!["annotations"]!["traefik.ingress.kubernetes.io/service.sticky.cookie"]);
    }

    static async Task<List<JsonObject>> Build(string overlay)
    {
        var built = await Tool.RunOrSkip("kubectl", "kustomize", Path.Combine(SourceTree.Root, "deploy", "kubernetes", overlay));
        Assert.True(built.Status == 0, built.Errors);
        return Yaml.All(built.Output);
    }

    static IEnumerable<JsonObject> Of(string kind, List<JsonObject> objects) => objects.Where(one => (string?)one["kind"] == kind);

    static JsonObject Only(string kind, string name, List<JsonObject> objects) => Of(kind, objects).Single(one => Name(one) == name);

    static string Name(JsonObject one) => (string)one["metadata"]!["name"]!;

    static JsonNode Pod(string program, List<JsonObject> objects) => Only("Deployment", program, objects)["spec"]!["template"]!["spec"]!;

    static JsonObject Container(string program, List<JsonObject> objects) => Pod(program, objects)["containers"].Objects().Single();

    static JsonObject Volume(string program, string name, List<JsonObject> objects) =>
        Pod(program, objects)["volumes"].Objects().Single(volume => (string?)volume["name"] == name);

    static string Target(string program, List<JsonObject> objects) => (string)Only("Service", program, objects)["spec"]!["ports"].Objects().Single()["targetPort"]!;

    static Dictionary<string, string> Variables(string program, List<JsonObject> objects) => Container(program, objects)["envFrom"].Objects()
        .SelectMany(from => Only("ConfigMap", (string)from["configMapRef"]!["name"]!, objects)["data"]!.AsObject())
        .ToDictionary(variable => variable.Key, variable => (string)variable.Value!, StringComparer.Ordinal);

    static bool Selects(JsonNode selector, JsonNode labels) =>
        selector.AsObject() is { Count: > 0 } wanted && wanted.All(label => (string?)labels[label.Key] == (string?)label.Value);

    static HashSet<string> Ports(JsonNode rules) =>
        rules.Objects().SelectMany(rule => rule["ports"].Objects()).Select(port => (string)port["port"]!).ToHashSet(StringComparer.Ordinal);

    static string PortOf(string address) => (address.Contains("://", StringComparison.Ordinal) ? new Uri(address) : new Uri($"tcp://{address}")).Port.ToString(null, null);

    static int Number(JsonNode? value) => int.Parse((string)value!, null);
}
